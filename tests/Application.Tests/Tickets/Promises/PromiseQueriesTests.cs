using MisterAssist.Application.Shared;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Application.Tickets.Promises;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Application.Tests.Tickets.Promises;

public sealed class PromiseQueriesTests
{
    private TestDesk _desk = null!;
    private TicketId _ticket;

    [SetUp]
    public async Task Start()
    {
        _desk = new();
        _ticket = await _desk.OpenAsync();
    }

    [TearDown]
    public async Task Stop() => await _desk.DisposeAsync();

    [TestCase(null, "Response Running, Confirmation Running")]
    [TestCase("2026-11-23 15:00", "Response Running, Confirmation Running")]
    [TestCase("2026-11-23 15:01", "Response Missed, Confirmation Running")]
    [TestCase("2026-11-24 08:00", "Response Missed, Confirmation Missed")]
    [TestCase("2026-11-23 10:59", "")]
    public async Task List_AtAnInstant_TellsTheTruthOfThenThoughNobodyWatched(string? at, string expected)
    {
        var promises = await ListAsync(at);

        Assert.That(string.Join(", ", promises.Readings.Select(r => $"{r.Promise.Kind} {r.State}")), Is.EqualTo(expected));
        Assert.That(promises.At, Is.EqualTo(Moments.Rome(at ?? TestDesk.Opened)));
    }

    [Test]
    public async Task List_AfterReopening_HasBothRounds()
    {
        await _desk.ResolveAsync(_ticket);
        _desk.Now = "2026-11-24 10:00";
        await _desk.SendAsync(new ReopenTicketCommand(_ticket, KnownVersion.Any, "It is silent again"));

        var promises = await ListAsync();

        Assert.That(
            promises.Readings.Select(r => $"{r.Promise.Round} {r.Promise.Kind} {r.State}"),
            Is.EqualTo(new[] { "1 Response Withdrawn", "1 Confirmation Withdrawn", "2 Response Running", "2 Confirmation Running" }));
    }

    [Test]
    public async Task Ledger_WithAPauseInIt_SumsToWhatWasUsedAndWhatIsLeft()
    {
        _desk.Now = "2026-11-23 12:00";
        await _desk.SendAsync(new WaitTicketCommand(_ticket, KnownVersion.Any, "Which printer?"));
        _desk.Now = "2026-11-23 14:00";
        await _desk.SendAsync(new ResumeTicketCommand(_ticket, KnownVersion.Any));
        _desk.Now = "2026-11-23 17:00";

        var ledger = await LedgerAsync(PromiseKind.Confirmation);

        Assert.That(Counted(ledger.Past), Is.EqualTo(Duration.FromHours(4)));
        Assert.That(Counted(ledger.ToCome), Is.EqualTo(Duration.FromHours(4)));
        Assert.That(ledger.Past.Select(s => s.Kind), Is.EqualTo(new[] { SegmentKind.Counted, SegmentKind.Paused, SegmentKind.Counted }));
        Assert.That(ledger.Reading.DueAt, Is.EqualTo(Moments.Rome("2026-11-24 09:00")));
    }

    [Test]
    public async Task Ledger_OfAKindPromisedTwice_IsOfTheLatest()
    {
        await _desk.ResolveAsync(_ticket);
        _desk.Now = "2026-11-24 10:00";
        await _desk.SendAsync(new ReopenTicketCommand(_ticket, KnownVersion.Any, "It is silent again"));

        var now = await LedgerAsync(PromiseKind.Response);
        var then = await LedgerAsync(PromiseKind.Response, "2026-11-24 09:59");

        Assert.That((now.Reading.Promise.Round, then.Reading.Promise.Round), Is.EqualTo((2, 1)));
    }

    [Test]
    public void Ledger_OfWhatWasNotPromisedThen_IsNotFound()
    {
        Assert.That(() => LedgerAsync(PromiseKind.Presence), Refused.With("promise_not_found"));
        Assert.That(() => LedgerAsync(PromiseKind.Response, "2026-11-23 10:59"), Refused.With("promise_not_found"));
    }

    [Test]
    public async Task Ask_UnderAPlanVersionPublishedLater_GoesByTheOneThatWasPromised()
    {
        var silver = (await _desk.Application.Plans.FindAsync(new("silver"), CancellationToken.None))!;
        silver.Publish(PlanSamples.Terms(targets: PlanSamples.Targets(response: 1)), null, [], _desk.Application.Clock.Now);

        var ledger = await LedgerAsync(PromiseKind.Response);

        Assert.That((ledger.Reading.Basis.PlanVersion, ledger.Reading.DueAt), Is.EqualTo((1, (Instant?)Moments.Rome("2026-11-23 15:00"))));
    }

    [Test]
    public async Task Ask_WithAClosureAnnouncedLater_CountsItForLaterPromisesAlone()
    {
        _desk.Now = "2026-11-23 11:30";
        _desk.Application.Closures.Have(Closure.Announce(ClosureSamples.Days("2026-11-23"), _desk.Application.Clock.Now));
        var later = await _desk.OpenAsync();

        Assert.That((await LedgerAsync(PromiseKind.Response)).Reading.DueAt, Is.EqualTo(Moments.Rome("2026-11-23 15:00")));
        Assert.That(_desk.Owed(later), Does.StartWith("Response until Tue 2026-11-24 12:00"));
    }

    [Test]
    public void Ask_OutOfReach_IsNotFound()
    {
        _desk.ActAs(TicketSamples.Customer, TestDesk.Other);

        Assert.That(() => ListAsync(), Refused.With("ticket_not_found"));
        Assert.That(() => LedgerAsync(PromiseKind.Response), Refused.With("ticket_not_found"));
    }

    [Test]
    public void Validate_At_IsWithinTheYearsThatAreKnown()
    {
        Assert.That(Faults.Of(new ListPromisesValidator(), new(_ticket, Instant.MaxValue)), Has.Count.EqualTo(1));
        Assert.That(Faults.Of(new GetPromiseLedgerValidator(), new(_ticket, PromiseKind.Response, Instant.MinValue)), Has.Count.EqualTo(1));
        Assert.That(Faults.Of(new ListPromisesValidator(), new(_ticket, null)), Is.Empty);
    }

    private static Duration Counted(IEnumerable<LedgerSegment> segments) => segments
        .Where(segment => segment.Kind == SegmentKind.Counted)
        .Aggregate(Duration.Zero, (sum, segment) => sum + (segment.To - segment.From));

    private Task<PromisesAt> ListAsync(string? at = null) =>
        _desk.SendAsync(new ListPromisesQuery(_ticket, at is null ? null : Moments.Rome(at)));

    private Task<PromiseLedger> LedgerAsync(PromiseKind kind, string? at = null) =>
        _desk.SendAsync(new GetPromiseLedgerQuery(_ticket, kind, at is null ? null : Moments.Rome(at)));
}
