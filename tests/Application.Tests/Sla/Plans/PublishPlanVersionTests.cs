using MisterAssist.Application.Sla.Plans;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Application.Tests.Sla.Plans;

public sealed class PublishPlanVersionTests
{
    private static readonly Duration Hour = Duration.FromHours(1);

    private TestApplication _application = null!;

    private Instant Now => _application.Clock.Now;

    [SetUp]
    public void Start() => _application = TestApplication.WithFoundingPlans();

    [TearDown]
    public async Task Stop() => await _application.DisposeAsync();

    [Test]
    public async Task Handle_GoodTerms_AreAddedAsTheNextVersionWithEverySetting()
    {
        var command = Command() with { EffectiveAt = Now + Hour };

        var answer = await _application.SendAsync(command);

        var expected = PlanTerms.Create(
            Schedules.Build("Europe/Rome", "mon-fri 09:00-18:00").WithClosures([]),
            PromiseTargets.Create(Hour, 2 * Hour, 3 * Hour),
            [Channel.Chat],
            [PlanSamples.Service("in")],
            [PlanSamples.Service("out")],
            [10, 20]);
        Assert.That(
            _application.Plans.Added.Select(Spelled.Out),
            Is.EqualTo(new[] { Spelled.Out(new PlanVersion(new("silver"), 2, Now + Hour, Now, expected)) }));
        Assert.That((answer.Version, answer.LatestNumber), Is.EqualTo((_application.Plans.Added[0], 2)));
    }

    [Test]
    public async Task Handle_NoInstant_HoldsFromNow()
    {
        await TryAsync(Command() with { EffectiveAt = null });

        Assert.That(_application.Plans.Added.Select(v => (v.EffectiveAt, v.PublishedAt)), Is.EqualTo(new[] { (Now, Now) }));
    }

    [Test]
    public async Task Handle_InThePast_IsRefused()
    {
        var refusal = await TryAsync(Command() with { EffectiveAt = Now - Duration.Epsilon });

        Assert.That((refusal!.Code, refusal.Refusal, refusal.Field), Is.EqualTo(("effective_in_the_past", Refusal.RuleBroken, "effectiveAt")));
        Assert.That(_application.Plans.Added, Is.Empty);
    }

    [Test]
    public async Task Handle_InstantFromWhichAnotherVersionHolds_IsRefused()
    {
        _application.Plans.Have(PlanSamples.Plan("two", 9, needsContract: true, [PlanSamples.Version("two", 1, Now + Hour)]));

        var refusal = await TryAsync(Command() with { Code = new("two"), EffectiveAt = Now + Hour });

        Assert.That((refusal!.Code, refusal.Refusal), Is.EqualTo(("effective_twice", Refusal.Conflict)));
    }

    [Test]
    public async Task Handle_UnknownPlan_IsNotFound()
    {
        var refusal = await TryAsync(Command() with { Code = new("platinum") });

        Assert.That((refusal!.Code, refusal.Refusal), Is.EqualTo(("plan_not_found", Refusal.NotFound)));
    }

    [Test]
    public async Task Handle_TermsThatBreakARule_AreRefused()
    {
        PublishPlanVersionCommand[] commands =
        [
            Command() with { Channels = [] },
            Command() with { Channels = [Channel.Integration] },
            Command() with { WarningThresholds = [50, 50] },
            Command() with { ExcludedServices = [PlanSamples.Service("in")] },
            Command() with { Targets = new(Duration.Zero, Hour, Hour) },
        ];

        var codes = new List<string?>();
        foreach (var command in commands)
            codes.Add((await TryAsync(command))?.Code);

        Assert.That(
            codes,
            Is.EqualTo(new[] { "invalid_channels", "invalid_channels", "invalid_thresholds", "service_twice", "target_out_of_range" }));
        Assert.That(_application.Plans.Added, Is.Empty);
    }

    [Test]
    public void Validate_EverythingWrong_TellsEveryFaultAtOnceWithItsPath()
    {
        Service longCode = new(new string('a', Service.MaxCodeLength + 1), new("ok", "ok"));
        Service upperCase = new("Basic-Help", new("", new string('x', LocalizedText.MaxLength + 1)));
        var command = Command() with
        {
            Coverage = Given.Day(IsoDayOfWeek.Monday, ("09:00", "09:00")) with { TimeZone = "Mars/Olympus" },
            IncludedServices = [PlanSamples.Service("fine"), longCode],
            ExcludedServices = [upperCase],
            WarningThresholds = [.. Enumerable.Range(1, PlanTerms.MaxWarnings + 1)],
        };

        var faults = Faults.Of(new PublishPlanVersionValidator(), command);

        Assert.That(
            faults,
            Is.EqualTo(new[]
            {
                "Coverage.TimeZone: unknown_time_zone",
                "Coverage.Weekly.Monday[0]: empty_window",
                "ExcludedServices[0].Code: RegularExpressionValidator",
                "ExcludedServices[0].Name.En: MaximumLengthValidator",
                "ExcludedServices[0].Name.It: NotEmptyValidator",
                "IncludedServices[1].Code: MaximumLengthValidator",
                "WarningThresholds: too_many",
            }));
    }

    [TestCase(PlanTerms.MaxServices, new string[0])]
    [TestCase(PlanTerms.MaxServices + 1, new[] { "ExcludedServices: too_many", "IncludedServices: too_many" })]
    public void Validate_Services_AreLimited(int count, string[] expected)
    {
        Service[] services = [.. Enumerable.Range(0, count).Select(i => PlanSamples.Service($"s{i}"))];

        var faults = Faults.Of(new PublishPlanVersionValidator(), Command() with { IncludedServices = services, ExcludedServices = services });

        Assert.That(faults, Is.EqualTo(expected));
    }

    [TestCase("a")]
    [TestCase("remote_help_2")]
    public void Validate_CodeInSnakeCase_HasNoFault(string code)
    {
        var faults = Faults.Of(new PublishPlanVersionValidator(), Command() with { IncludedServices = [PlanSamples.Service(code)] });

        Assert.That(faults, Is.Empty);
    }

    [TestCase("")]
    [TestCase("2nd")]
    [TestCase("_a")]
    [TestCase("a b")]
    [TestCase("a\n")]
    [TestCase("è")]
    public void Validate_CodeOfAnotherShape_IsAFault(string code)
    {
        var faults = Faults.Of(new PublishPlanVersionValidator(), Command() with { IncludedServices = [PlanSamples.Service(code)] });

        Assert.That(faults, Is.EqualTo(new[] { "IncludedServices[0].Code: RegularExpressionValidator" }));
    }

    private static PublishPlanVersionCommand Command() => new(
        new("silver"),
        EffectiveAt: null,
        Given.Schedule("mon-fri 09:00-18:00"),
        new(Hour, 2 * Hour, 3 * Hour),
        [Channel.Chat],
        [PlanSamples.Service("in")],
        [PlanSamples.Service("out")],
        [10, 20],
        Work: null);

    private async Task<BusinessException?> TryAsync(PublishPlanVersionCommand command)
    {
        try
        {
            await _application.SendAsync(command);
            return null;
        }
        catch (BusinessException refusal)
        {
            return refusal;
        }
    }
}
