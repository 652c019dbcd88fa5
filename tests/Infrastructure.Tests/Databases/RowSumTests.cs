using MisterAssist.Infrastructure.Databases;

namespace MisterAssist.Infrastructure.Tests.Databases;

public sealed class RowSumTests
{
    private static readonly object?[][] Rows = [[1L, "a"], [1L, "A"], [1L, null], [null, 1L], ["1", "a"], [1L, ""], [1L, "a "], [1L, new byte[] { 97, 0 }]];

    [Test]
    public void Add_RowsThatDiffer_GiveOtherSums() => Assert.That(Rows.Select(row => SumOf([row])), Is.Unique);

    [Property]
    public void Add_InAnyOrder_GivesTheSameSum((int Number, string? Text)[] rows)
    {
        object?[][] values = [.. rows.Select(row => (object?[])[(long)row.Number, row.Text])];

        Assert.That(SumOf([.. values.Reverse()]), Is.EqualTo(SumOf(values)));
    }

    [Test]
    public void Add_ARowTwice_IsNotTheSameAsOnceOrNever() =>
        Assert.That(new[] { SumOf(), SumOf(Rows[0]), SumOf(Rows[0], Rows[0]) }, Is.Unique);

    private static string SumOf(params object?[][] rows)
    {
        var sum = new RowSum();
        foreach (var row in rows)
            sum.Add(row);
        return $"{sum}";
    }
}
