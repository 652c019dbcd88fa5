using MisterAssist.Application.Sla;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Application.Tests.Sla;

public sealed class QueryValidatorsTests
{
    private static readonly Instant Start = Moments.Utc("2026-11-20T18:30:00Z");
    private static readonly Duration FourHours = Duration.FromHours(4);

    [Test]
    public void ScheduleChoice_PlanOrSchedule_HasNoFault()
    {
        ScheduleChoice[] choices = [Given.Plan(), Given.Plan(knownAt: Start), Given.Whole()];

        var faults = choices.Select(ScheduleFaults);

        Assert.That(faults, Has.All.Empty);
    }

    [Test]
    public void ScheduleChoice_NeitherPlanNorSchedule_IsRequired()
    {
        var faults = ScheduleFaults(new(Plan: null, Schedule: null, KnownAt: null));

        Assert.That(faults, Is.EqualTo(new[] { "Schedule: required" }));
    }

    [Test]
    public void ScheduleChoice_BothPlanAndSchedule_IsNotBoth()
    {
        var faults = ScheduleFaults(Given.Plan() with { Schedule = Given.Schedule() });

        Assert.That(faults, Is.EqualTo(new[] { "Schedule: not_both" }));
    }

    [Test]
    public void ScheduleChoice_KnownAtWithASchedule_IsOnlyWithAPlan()
    {
        var faults = ScheduleFaults(Given.Whole() with { KnownAt = Start });

        Assert.That(faults, Is.EqualTo(new[] { "KnownAt: only_with_plan" }));
    }

    [Test]
    public void Deadline_AmountOrPromise_HasNoFault()
    {
        CalculateDeadlineQuery[] queries =
        [
            Deadline(Given.Whole(), FourHours),
            Deadline(Given.Plan(), FourHours),
            Deadline(Given.Plan(), promise: PromiseKind.Response),
            Deadline(Given.Whole(), Duration.Epsilon),
        ];

        var faults = queries.Select(DeadlineFaults);

        Assert.That(faults, Has.All.Empty);
    }

    [Test]
    public void Deadline_NeitherAmountNorPromise_IsRequired()
    {
        var faults = DeadlineFaults(Deadline(Given.Plan()));

        Assert.That(faults, Is.EqualTo(new[] { "WorkingTime: required" }));
    }

    [Test]
    public void Deadline_BothAmountAndPromise_IsNotBoth()
    {
        var faults = DeadlineFaults(Deadline(Given.Plan(), FourHours, PromiseKind.Response));

        Assert.That(faults, Is.EqualTo(new[] { "WorkingTime: not_both" }));
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void Deadline_AmountThatIsNotLongerThanZero_IsOutOfRange(int seconds)
    {
        var faults = DeadlineFaults(Deadline(Given.Plan(), Duration.FromSeconds(seconds)));

        Assert.That(faults, Is.EqualTo(new[] { "WorkingTime: out_of_range" }));
    }

    [Test]
    public void Deadline_PromiseWithASchedule_IsOnlyWithAPlan()
    {
        var faults = DeadlineFaults(Deadline(Given.Whole(), promise: PromiseKind.Presence));

        Assert.That(faults, Is.EqualTo(new[] { "Promise: only_with_plan" }));
    }

    [Test]
    public void Deadline_EverythingWrong_TellsEveryFaultAtOnce()
    {
        var schedule = Given.Day(IsoDayOfWeek.Monday, ("09:00", "09:00")) with { TimeZone = "Mars/Olympus", HolidayCalendar = "XX" };

        var faults = DeadlineFaults(Deadline(Given.Whole(schedule) with { KnownAt = Start }, Duration.Zero, PromiseKind.Response));

        Assert.That(
            faults,
            Is.EqualTo(new[]
            {
                "KnownAt: only_with_plan",
                "Promise: only_with_plan",
                "Schedule.HolidayCalendar: unknown_holiday_calendar",
                "Schedule.TimeZone: unknown_time_zone",
                "Schedule.Weekly.Monday[0]: empty_window",
                "WorkingTime: not_both",
                "WorkingTime: out_of_range",
            }));
    }

    [Test]
    public void Elapsed_ScheduleThatIsWrong_IsToldByItsPath()
    {
        var query = new CalculateElapsedQuery(Given.Whole(Given.Schedule("")), Start, Start, IncludeLedger: true);

        var faults = Faults.Of(new CalculateElapsedValidator(), query);

        Assert.That(faults, Is.EqualTo(new[] { "Schedule.Weekly: never_opens" }));
    }

    [TestCase(0, new[] { "Service: LengthValidator" })]
    [TestCase(Service.MaxCodeLength, new string[0])]
    [TestCase(Service.MaxCodeLength + 1, new[] { "Service: LengthValidator" })]
    public void Simulation_CodeOfAService_IsLimited(int length, string[] expected)
    {
        var query = new SimulatePromisesQuery(Start, Urgency.Normal, Channel.Email, new string('a', length));

        var faults = Faults.Of(new SimulatePromisesValidator(), query);

        Assert.That(faults, Is.EqualTo(expected));
    }

    private static CalculateDeadlineQuery Deadline(ScheduleChoice coverage, Duration? amount = null, PromiseKind? promise = null) =>
        new(coverage, Start, amount, promise, IncludeLedger: true);

    private static IReadOnlyList<string> ScheduleFaults(ScheduleChoice choice) => Faults.Of(new ScheduleChoiceValidator(), choice);

    private static IReadOnlyList<string> DeadlineFaults(CalculateDeadlineQuery query) => Faults.Of(new CalculateDeadlineValidator(), query);
}
