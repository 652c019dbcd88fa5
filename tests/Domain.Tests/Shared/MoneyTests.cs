using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Tests.Shared;

public sealed class MoneyTests
{
    [TestCase(1000, 1, 3, "3.33", TestName = "A third is rounded down")]
    [TestCase(1000, 2, 3, "6.67", TestName = "Two thirds are rounded up")]
    [TestCase(1, 1, 2, "0.01", TestName = "Half a cent is a cent")]
    [TestCase(-1, 1, 2, "-0.01", TestName = "Half a cent off is a cent off")]
    [TestCase(3, 1, 2, "0.02", TestName = "A cent and a half are two")]
    [TestCase(-3, 1, 2, "-0.02", TestName = "A cent and a half off are two off")]
    [TestCase(1, 49, 100, "0.00", TestName = "Less than half a cent is nothing")]
    [TestCase(6550, 50, 60, "54.58", TestName = "Fifty minutes of an hour")]
    public void Share_IsRoundedHalfAwayFromZero(long cents, long numerator, long denominator, string expected) =>
        Assert.That(new Money(cents).Share(numerator, denominator).ToString(), Is.EqualTo(expected));

    [Property]
    public bool Share_IsNeverFurtherThanHalfACentOff(int cents, short numerator, ushort denominator)
    {
        var parts = denominator + 1L;
        var share = new Money(cents).Share(numerator, parts);
        var (exact, given) = ((Int128)cents * numerator, (Int128)share.Cents * parts);
        return Int128.Abs(exact - given) * 2 <= parts && new Money(-cents).Share(numerator, parts) == -share;
    }

    [Property]
    public bool Text_IsReadAsItWasWritten(long cents) =>
        Money.TryParse(new Money(cents % Money.Largest.Cents).ToString(), out var read) && read.Cents == cents % Money.Largest.Cents;

    [TestCase("1.5")]
    [TestCase("1,50")]
    [TestCase("01.50")]
    [TestCase(".50")]
    [TestCase("+1.50")]
    [TestCase("-0.00")]
    [TestCase("1.50 ")]
    [TestCase("1e2.00")]
    [TestCase("٣.00")]
    [TestCase("")]
    [TestCase("9999999999999999999.99")]
    public void TryParse_TakesNothingElse(string text) => Assert.That(Money.TryParse(text, out _), Is.False);
}
