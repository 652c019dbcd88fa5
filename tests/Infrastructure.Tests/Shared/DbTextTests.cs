using MisterAssist.Domain.Sla;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Tests.Sla;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Shared;

public sealed class DbTextTests
{
    private static IEnumerable<Instant> Instants
    {
        get
        {
            yield return SupportedTime.Earliest;
            yield return SupportedTime.Latest;
            for (var i = 0; i < 500; i++)
                yield return RandomSla.Instant(TestContext.CurrentContext.Random);
        }
    }

    [TestCase("1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000000Z")]
    [TestCase("2026-11-20T18:30:00.1Z", "2026-11-20T18:30:00.100000Z")]
    [TestCase("2026-11-20T18:30:00.1234567Z", "2026-11-20T18:30:00.123456Z")]
    [TestCase("2026-11-20T18:30:00.999999999Z", "2026-11-20T18:30:00.999999Z")]
    [TestCase("1969-12-31T23:59:59.999999999Z", "1969-12-31T23:59:59.999999Z")]
    [TestCase("9999-12-31T23:59:59Z", "9999-12-31T23:59:59.000000Z")]
    [TestCase("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000000Z")]
    public void From_Instant_HasSixDigitsOfASecondAndCutsTheRest(string instant, string text)
    {
        var written = DbText.From(Moments.Utc(instant));

        Assert.That(written, Is.EqualTo(text));
    }

    [Test]
    public void From_AnyInstant_IsOfOneWidthAndReadsBack()
    {
        var instants = Instants.ToList();

        var texts = instants.Select(DbText.From).ToList();

        Assert.That(texts.Select(text => text.Length).Distinct(), Is.EqualTo(new[] { 27 }));
        Assert.That(texts.Select(DbText.ToInstant), Is.EqualTo(instants));
    }

    [Test]
    public void From_AnyInstants_SortAsTimeDoes()
    {
        var instants = Instants.ToList();

        var texts = instants.Select(DbText.From).Order(StringComparer.Ordinal);

        Assert.That(texts.Select(DbText.ToInstant), Is.EqualTo(instants.Order()));
    }

    [TestCase("2026-02-28")]
    [TestCase("2028-02-29")]
    [TestCase("0001-01-01")]
    [TestCase("9999-12-31")]
    public void From_Date_ReadsBack(string text)
    {
        var date = DbText.ToDate(text);

        Assert.That(DbText.From(date), Is.EqualTo(text));
    }

    [Test]
    public void From_Ids_ReadBackAndSortByTheInstantOfTheirMaking()
    {
        var ids = Enumerable.Range(0, 100)
            .Select(i => ClosureId.New(PlanSamples.FirstEffectiveAt + Duration.FromMilliseconds(i)).Value)
            .ToList();

        var texts = ids.Select(DbText.From).Order(StringComparer.Ordinal);

        Assert.That(texts.Select(DbText.ToId), Is.EqualTo(ids));
    }

    [TestCase("")]
    [TestCase("0")]
    [TestCase("0000000000000000000000000I")]
    public void ToId_OtherText_IsRefused(string text)
    {
        Assert.That(() => DbText.ToId(text), Throws.TypeOf<FormatException>());
    }

    [TestCase("2026-11-20T18:30:00Z")]
    [TestCase("2026-11-20 18:30:00.000000Z")]
    [TestCase("")]
    public void ToInstant_OtherText_IsRefused(string text)
    {
        Assert.That(() => DbText.ToInstant(text), Throws.InstanceOf<FormatException>());
    }
}
