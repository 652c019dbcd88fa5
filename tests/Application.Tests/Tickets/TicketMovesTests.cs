using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Application.Tests.Tickets;

public sealed class TicketMovesTests
{
    private TestDesk _desk = null!;
    private TicketId _ticket;

    /// <summary>Each move, what comes before it, where it leads, and what is then owed.</summary>
    private static IEnumerable<TestCaseData> Moves =>
    [
        Move("", "acknowledge", TicketStatus.Acknowledged, "Confirmation until Mon 2026-11-23 19:00"),
        Move("", "pause", TicketStatus.Waiting, "Response until Mon 2026-11-23 15:00, Confirmation paused"),
        Move("pause", "resume", TicketStatus.New, "Response until Mon 2026-11-23 15:00, Confirmation until Mon 2026-11-23 20:00"),
        Move("acknowledge pause", "resume", TicketStatus.Acknowledged, "Confirmation until Mon 2026-11-23 20:00"),
        Move("", "resolve", TicketStatus.Resolved, ""),
        Move("", "cancel", TicketStatus.Cancelled, ""),
        Move("resolve", "close", TicketStatus.Closed, ""),
    ];

    private static IEnumerable<string> Commands => ["acknowledge", "pause", "resume", "resolve", "close", "cancel", "reopen", "merge"];

    [SetUp]
    public async Task Start()
    {
        _desk = new();
        _ticket = await _desk.OpenAsync();
    }

    [TearDown]
    public async Task Stop() => await _desk.DisposeAsync();

    [TestCaseSource(nameof(Moves))]
    public async Task Send_LegalMove_IsMadeAndKept(string before, string move, TicketStatus status, string owed)
    {
        foreach (var earlier in before.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            await _desk.SendAsync(Command(earlier));
        _desk.Now = "2026-11-23 12:00";
        var version = _desk.Tickets[_ticket].Version;

        var moved = await _desk.SendAsync(Command(move, KnownVersion.Of(version)));

        var kept = _desk.Tickets[_ticket];
        Assert.That((kept.Status, _desk.Owed(_ticket)), Is.EqualTo((status, owed)));
        Assert.That((moved.Ticket.Status, moved.Ticket.Version), Is.EqualTo((status, version + 1)).And.EqualTo((kept.Status, kept.Version)));
    }

    [TestCaseSource(nameof(Commands))]
    public void Send_OutOfReach_IsNotFound(string move)
    {
        _desk.ActAs(TicketSamples.Staff, within: TestDesk.Other);

        Assert.That(() => _desk.SendAsync(Command(move)), Refused.With("ticket_not_found"));
    }

    [TestCaseSource(nameof(Commands))]
    public void Send_WithAnotherVersionInMind_IsStaleAndChangesNothing(string move)
    {
        Assert.ThrowsAsync<StaleVersionException>(() => _desk.SendAsync(Command(move, KnownVersion.Of(0, 2))));

        Assert.That((_desk.Tickets[_ticket].Version, _desk.Tickets.All.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Send_IllegalMove_SaysWhichAreLegal()
    {
        var refusal = Assert.ThrowsAsync<BusinessException>(() => _desk.SendAsync(Command("resume")));

        Assert.That(refusal!.Code, Is.EqualTo("illegal_move"));
        Assert.That(refusal.Allowed, Is.EquivalentTo(new[] { "acknowledge", "confirm", "wait", "resolve", "cancel", "merge" }));
    }

    [Test]
    public async Task Merge_IntoATicketOfTheSameCustomer_EndsThisOneAndTellsBoth()
    {
        var other = await _desk.OpenAsync();

        await _desk.SendAsync(new MergeTicketCommand(_ticket, KnownVersion.Any, other));

        var (merged, heir) = (_desk.Tickets[_ticket], _desk.Tickets[other]);
        Assert.That((merged.Status, merged.MergedInto), Is.EqualTo((TicketStatus.Closed, (TicketId?)other)));
        Assert.That((heir.Status, heir.Version), Is.EqualTo((TicketStatus.New, 2)));
        Assert.That(_desk.Owed(other), Is.EqualTo("Response until Mon 2026-11-23 15:00, Confirmation until Mon 2026-11-23 19:00"));
        Assert.That(_desk.Told(_ticket), Does.Contain("ticket.merged"));
        Assert.That(_desk.Told(other), Does.Contain("ticket.took_over"));
    }

    [Test]
    public async Task Merge_IntoWhatCannotTakeItOver_IsRefusedAndChangesNeither()
    {
        var stranger = await _desk.OpenAsync(TestDesk.Other);
        var ended = await _desk.OpenAsync();
        await _desk.ResolveAsync(ended);

        await Assert.ThatAsync(() => MergeInto(TicketId.New(TicketSamples.ReceivedAt)), Refused.With("unknown_ticket"));
        await Assert.ThatAsync(() => MergeInto(stranger), Refused.With("merge_of_others"));
        await Assert.ThatAsync(() => MergeInto(ended), Refused.With("merge_into_ended"));
        await Assert.ThatAsync(() => MergeInto(_ticket), Refused.With("merge_into_itself"));
        Assert.That(_desk.Tickets[_ticket].Version, Is.EqualTo(1));

        Task MergeInto(TicketId into) => _desk.SendAsync(new MergeTicketCommand(_ticket, KnownVersion.Any, into));
    }

    [Test]
    public void Validate_WordsThatPeopleRead_AreNeededAndBounded()
    {
        var tooLong = new string('x', TicketWords.MaxLength + 1);

        Assert.That(Faults.Of(new WaitTicketValidator(), new(_ticket, KnownVersion.Any, "")), Is.EqualTo(new[] { "Reason: NotEmptyValidator" }));
        Assert.That(Faults.Of(new WaitTicketValidator(), new(_ticket, KnownVersion.Any, tooLong)), Is.EqualTo(new[] { "Reason: MaximumLengthValidator" }));
        Assert.That(Faults.Of(new CancelTicketValidator(), new(_ticket, KnownVersion.Any, "")), Is.EqualTo(new[] { "Reason: NotEmptyValidator" }));
        Assert.That(Faults.Of(new CancelTicketValidator(), new(_ticket, KnownVersion.Any, tooLong)), Is.EqualTo(new[] { "Reason: MaximumLengthValidator" }));
        Assert.That(Faults.Of(new ReopenTicketValidator(), new(_ticket, KnownVersion.Any, "")), Is.EqualTo(new[] { "Reason: NotEmptyValidator" }));
        Assert.That(Faults.Of(new ReopenTicketValidator(), new(_ticket, KnownVersion.Any, tooLong)), Is.EqualTo(new[] { "Reason: MaximumLengthValidator" }));
        Assert.That(Faults.Of(new ResolveTicketValidator(), new(_ticket, KnownVersion.Any, "")), Is.EqualTo(new[] { "Resolution: NotEmptyValidator" }));
        Assert.That(Faults.Of(new ResolveTicketValidator(), new(_ticket, KnownVersion.Any, tooLong)), Is.EqualTo(new[] { "Resolution: MaximumLengthValidator" }));
    }

    private static TestCaseData Move(string before, string move, TicketStatus status, string owed) =>
        new TestCaseData(before, move, status, owed).SetArgDisplayNames(before, move);

    private IRequest<TicketAt> Command(string move, KnownVersion? known = null) => move switch
    {
        "acknowledge" => new AcknowledgeTicketCommand(_ticket, known ?? KnownVersion.Any),
        "pause" => new WaitTicketCommand(_ticket, known ?? KnownVersion.Any, "Which printer?"),
        "resume" => new ResumeTicketCommand(_ticket, known ?? KnownVersion.Any),
        "resolve" => new ResolveTicketCommand(_ticket, known ?? KnownVersion.Any, "A new cable"),
        "close" => new CloseTicketCommand(_ticket, known ?? KnownVersion.Any),
        "cancel" => new CancelTicketCommand(_ticket, known ?? KnownVersion.Any, "It prints again"),
        "reopen" => new ReopenTicketCommand(_ticket, known ?? KnownVersion.Any, "It is silent again"),
        "merge" => new MergeTicketCommand(_ticket, known ?? KnownVersion.Any, _ticket),
        _ => throw new ArgumentOutOfRangeException(nameof(move), move, "There is no such move."),
    };
}
