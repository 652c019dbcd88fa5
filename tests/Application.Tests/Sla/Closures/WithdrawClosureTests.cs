using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Closures;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Application.Tests.Sla.Closures;

public sealed class WithdrawClosureTests
{
    private TestApplication _application = null!;
    private Closure _closure = null!;

    [SetUp]
    public void Start()
    {
        _application = new();
        _closure = Closure.Announce(ClosureSamples.Days("2026-12-24"), _application.Clock.Now);
        _application.Closures.Have(_closure);
    }

    [TearDown]
    public async Task Stop() => await _application.DisposeAsync();

    [Test]
    public async Task Withdraw_StandingClosure_IsWithdrawnNow()
    {
        _application.Clock.Advance(Duration.FromDays(1));

        await _application.SendAsync(new WithdrawClosureCommand(_closure.Id, KnownVersion.Any));

        Assert.That(_application.Closures.All.Single().WithdrawnAt, Is.EqualTo(_application.Clock.Now));
    }

    [Test]
    public async Task Withdraw_Twice_IsNotFound()
    {
        await _application.SendAsync(new WithdrawClosureCommand(_closure.Id, KnownVersion.Any));

        var refusal = Assert.ThrowsAsync<BusinessException>(() => _application.SendAsync(new WithdrawClosureCommand(_closure.Id, KnownVersion.Any)));

        Assert.That((refusal!.Code, refusal.Refusal), Is.EqualTo(("closure_not_found", Refusal.NotFound)));
    }

    [Test]
    public void Withdraw_UnknownClosure_IsNotFound()
    {
        var unknown = ClosureId.New(_application.Clock.Now);

        var refusal = Assert.ThrowsAsync<BusinessException>(() => _application.SendAsync(new WithdrawClosureCommand(unknown, KnownVersion.Any)));

        Assert.That(refusal!.Code, Is.EqualTo("closure_not_found"));
    }

    [Test]
    public async Task Get_StandingClosure_IsThatOne()
    {
        var closure = await _application.SendAsync(new GetClosureQuery(_closure.Id));

        Assert.That(closure, Is.SameAs(_closure));
    }

    [Test]
    public async Task Get_WithdrawnClosure_IsNotFound()
    {
        await _application.SendAsync(new WithdrawClosureCommand(_closure.Id, KnownVersion.Any));

        var refusal = Assert.ThrowsAsync<BusinessException>(() => _application.SendAsync(new GetClosureQuery(_closure.Id)));

        Assert.That((refusal!.Code, refusal.Refusal), Is.EqualTo(("closure_not_found", Refusal.NotFound)));
    }

    [Test]
    public async Task List_Page_GoesOnAfterTheLastItem()
    {
        _application.Closures.Have(Closure.Announce(ClosureSamples.Days("2026-08-10"), _application.Clock.Now));
        var first = await _application.SendAsync(new ListClosuresQuery(Limit: 1));

        var rest = await _application.SendAsync(new ListClosuresQuery(1, (first.Items[0].Period.StartsOn, first.Items[0].Id)));

        Assert.That(rest.Items, Is.EqualTo(new[] { _closure }));
        Assert.That((first.HasMore, rest.HasMore), Is.EqualTo((true, false)));
    }
}
