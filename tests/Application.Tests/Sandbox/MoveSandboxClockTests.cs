using MisterAssist.Application.Sandbox;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Application.Tests.Sandbox;

public sealed class MoveSandboxClockTests
{
    private static readonly Instant Now = Moments.Utc("2026-11-20T18:30:00Z");

    private TestApplication _application = null!;

    [SetUp]
    public void Start()
    {
        _application = new();
        _application.Sandbox.Now = Now;
    }

    [TearDown]
    public async Task Stop() => await _application.DisposeAsync();

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(365 * 86_400)]
    public async Task Move_ForwardOrNowhere_IsDone(int seconds)
    {
        await _application.SendAsync(new MoveSandboxClockCommand(Now + Duration.FromSeconds(seconds)));

        Assert.That(await _application.SendAsync(new ReadSandboxClockQuery()), Is.EqualTo(Now + Duration.FromSeconds(seconds)));
    }

    [Test]
    public void Move_Back_IsRefused()
    {
        var refusal = Assert.ThrowsAsync<BusinessException>(
            () => _application.SendAsync(new MoveSandboxClockCommand(Now - Duration.FromTicks(10))));

        Assert.That((refusal!.Refusal, refusal.Code, refusal.Field), Is.EqualTo((Refusal.RuleBroken, "clock_goes_back", "now")));
        Assert.That(_application.Sandbox.Now, Is.EqualTo(Now));
    }

    [Test]
    public void Move_OutsideTheSupportedYears_IsAFaultOfTheRequest()
    {
        var faults = Faults.Of(new MoveSandboxClockValidator(), new(SupportedTime.Latest + Duration.Epsilon));

        Assert.That(faults, Is.EqualTo(new[] { "Now: out_of_range" }));
        Assert.That(Faults.Of(new MoveSandboxClockValidator(), new(SupportedTime.Latest)), Is.Empty);
    }
}
