using FluentValidation;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Closures;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Application.Tests.Sla.Closures;

public sealed class AnnounceClosureTests
{
    private TestApplication _application = null!;

    [SetUp]
    public void Start() => _application = TestApplication.WithFoundingPlans();

    [TearDown]
    public async Task Stop() => await _application.DisposeAsync();

    [Test]
    public async Task Handle_EverythingGiven_IsAnnouncedNowAsGiven()
    {
        var command = Command("2026-12-24", "2026-12-31", "14:00", "18:00", everyYear: true);

        var closure = await _application.SendAsync(command);

        var period = ClosurePeriod.Create(
            command.Name, command.StartsOn, command.EndsOn!.Value, command.From!.Value, command.To!.Value, everyYear: true);
        Assert.That(
            Spelled.Out(closure), Is.EqualTo(Spelled.Out(Closure.FromState(closure.Id, period, _application.Clock.Now, withdrawnAt: null))));
        Assert.That(_application.Closures.All, Is.EqualTo(new[] { closure }));
    }

    [Test]
    public async Task Handle_OnlyADay_IsThatWholeDayOnce()
    {
        var closure = await _application.SendAsync(Command("2026-12-24"));

        Assert.That(closure.Period, Is.EqualTo(ClosurePeriod.WholeDay(closure.Period.Name, Schedules.Date("2026-12-24"))));
    }

    [TestCase("12:00", null, "12:00", "24:00")]
    [TestCase(null, "12:00", "00:00", "12:00")]
    public async Task Handle_OneEndOfTheDayGiven_RunsToTheOther(string? from, string? to, string begins, string ends)
    {
        var closure = await _application.SendAsync(Command("2026-12-24", from: from, to: to));

        Assert.That((closure.Period.From, closure.Period.To), Is.EqualTo((Schedules.Time(begins), Schedules.Time(ends))));
    }

    [TestCase("2026-12-24", "2026-12-23", null, null, false, "closure_ends_before_start")]
    [TestCase("2026-12-24", null, "12:00", "12:00", false, "closure_without_length")]
    [TestCase("2026-12-24", null, "13:00", "12:00", false, "closure_without_length")]
    [TestCase("2026-01-01", "2027-01-02", null, null, false, "closure_too_long")]
    [TestCase("2026-01-01", "2027-01-01", null, null, true, "closure_too_long")]
    public void Handle_PeriodThatIsNone_IsRefused(string startsOn, string? endsOn, string? from, string? to, bool everyYear, string code)
    {
        var refusal = Assert.ThrowsAsync<BusinessException>(() => _application.SendAsync(Command(startsOn, endsOn, from, to, everyYear)));

        Assert.That(refusal!.Code, Is.EqualTo(code));
        Assert.That(_application.Closures.All, Is.Empty);
    }

    [Test]
    public void Handle_EveryDayOfEveryYear_WouldShutThePlansForGoodAndIsRefused()
    {
        var refusal = Assert.ThrowsAsync<BusinessException>(
            () => _application.SendAsync(Command("2026-01-01", "2026-12-31", everyYear: true)));

        Assert.That((refusal!.Code, refusal.Refusal), Is.EqualTo(("never_opens", Refusal.RuleBroken)));
        Assert.That(_application.Closures.All, Is.Empty);
    }

    [Test]
    public async Task Handle_SecondHalfOfAllTime_IsRefusedOnlyWhileTheFirstStands()
    {
        var first = await _application.SendAsync(Command("2026-01-01", "2026-06-30", everyYear: true));
        var second = Command("2026-07-01", "2026-12-31", everyYear: true);

        var refusal = Assert.ThrowsAsync<BusinessException>(() => _application.SendAsync(second));
        await _application.SendAsync(new WithdrawClosureCommand(first.Id, KnownVersion.Any));
        var closure = await _application.SendAsync(second);

        Assert.That(refusal!.Code, Is.EqualTo("never_opens"));
        Assert.That(closure.AnnouncedAt, Is.EqualTo(_application.Clock.Now));
    }

    [Test]
    public void Handle_ClosureThatShutsAVersionThatHoldsLater_IsRefused()
    {
        var later = PlanSamples.Version(
            "mornings", number: 2, effectiveAt: _application.Clock.Now + Duration.FromDays(30),
            terms: PlanSamples.Terms(Schedules.Build("Europe/Rome", "mon 09:00-10:00")));
        _application.Plans.Have(PlanSamples.Plan("mornings", rank: 9, versions: [PlanSamples.Version("mornings"), later]));

        var refusal = Assert.ThrowsAsync<BusinessException>(
            () => _application.SendAsync(Command("2026-01-01", "2026-12-31", "09:00", "10:00", everyYear: true)));

        Assert.That(refusal!.Code, Is.EqualTo("never_opens"));
    }

    [Test]
    public void Handle_ClosureThatShutsOnlyOneOfThePlans_IsRefused()
    {
        _application.Plans.Have(PlanSamples.Plan("mornings", rank: 9, versions:
            [PlanSamples.Version("mornings", terms: PlanSamples.Terms(Schedules.Build("Europe/Rome", "mon 09:00-10:00")))]));

        var refusal = Assert.ThrowsAsync<BusinessException>(
            () => _application.SendAsync(Command("2026-01-01", "2026-12-31", "09:00", "10:00", everyYear: true)));

        Assert.That(refusal!.Code, Is.EqualTo("never_opens"));
    }

    [Test]
    public void Validate_EverythingWrong_TellsEveryFaultAtOnceWithItsPath()
    {
        var command = Command("1969-12-31", "2200-01-01") with { Name = new("", new string('x', LocalizedText.MaxLength + 1)) };

        var faults = Faults.Of(new AnnounceClosureValidator(), command);

        Assert.That(
            faults,
            Is.EqualTo(new[]
            {
                "EndsOn: InclusiveBetweenValidator",
                "Name.En: MaximumLengthValidator",
                "Name.It: NotEmptyValidator",
                "StartsOn: InclusiveBetweenValidator",
            }));
    }

    [TestCase("1970-01-01", null)]
    [TestCase("2199-12-31", "2199-12-31")]
    public void Validate_OutermostDays_HaveNoFault(string startsOn, string? endsOn)
    {
        var faults = Faults.Of(new AnnounceClosureValidator(), Command(startsOn, endsOn));

        Assert.That(faults, Is.Empty);
    }

    [Test]
    public void Send_InvalidCommand_BeginsNoTransaction()
    {
        Assert.ThrowsAsync<ValidationException>(() => _application.SendAsync(Command("1969-12-31")));

        Assert.That(_application.Journal.Entries, Is.EqualTo(new[] { "log Debug: AnnounceClosureCommand" }));
    }

    private static AnnounceClosureCommand Command(
        string startsOn, string? endsOn = null, string? from = null, string? to = null, bool everyYear = false) => new(
            new("Chiusura", "Closure"),
            Schedules.Date(startsOn),
            endsOn is null ? null : Schedules.Date(endsOn),
            from is null ? null : Schedules.Time(from),
            to is null ? null : Schedules.Time(to),
            everyYear);
}
