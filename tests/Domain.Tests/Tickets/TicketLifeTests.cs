using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Attachments;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Domain.Tests.Tickets;

// Silver, received on Monday 16 November 2026 at 09:00: response until 13:00, confirmation until 17:00.
public sealed class TicketLifeTests
{
    private static readonly Dictionary<TicketMove, Action<TicketStory>> Moves = new()
    {
        [TicketMove.Acknowledge] = story => story.Acknowledged("2026-11-16 12:00"),
        [TicketMove.Confirm] = story => story.Confirmed("2026-11-16 12:00"),
        [TicketMove.Wait] = story => story.Waits("2026-11-16 12:00"),
        [TicketMove.Resume] = story => story.Resumed("2026-11-16 12:00"),
        [TicketMove.Resolve] = story => story.Resolved("2026-11-16 12:00"),
        [TicketMove.Close] = story => story.Closed("2026-11-16 12:00"),
        [TicketMove.Reopen] = story => story.Reopened("2026-11-16 12:00"),
        [TicketMove.Cancel] = story => story.Cancelled("2026-11-16 12:00"),
        [TicketMove.Merge] = story => story.MergedInto(Received(), "2026-11-16 12:00"),
    };

    private static readonly Dictionary<string, Func<TicketStory>> Lives = new()
    {
        ["new"] = Received,
        ["acknowledged"] = () => Received().Acknowledged("2026-11-16 10:00"),
        ["confirmed"] = () => Received().Confirmed("2026-11-16 10:00"),
        ["in progress"] = () => Received().Began("2026-11-16 10:00"),
        ["in progress, acknowledged"] = () => Received().Acknowledged("2026-11-16 09:30").Began("2026-11-16 10:00"),
        ["waiting"] = () => Received().Waits("2026-11-16 10:00"),
        ["waiting, acknowledged"] = () => Received().Acknowledged("2026-11-16 10:00").Waits("2026-11-16 10:30"),
        ["resolved"] = () => Received().Resolved("2026-11-16 10:00"),
        ["closed"] = () => Received().Resolved("2026-11-16 10:00").Closed("2026-11-16 11:00"),
        ["cancelled"] = () => Received().Cancelled("2026-11-16 10:00"),
        ["merged"] = () => Received().MergedInto(Received(), "2026-11-16 10:00"),
    };

    [TestCase("new", "Acknowledge Confirm Wait Resolve Cancel Merge")]
    [TestCase("acknowledged", "Confirm Wait Resolve Cancel Merge")]
    [TestCase("confirmed", "Confirm Wait Resolve Cancel Merge")]
    [TestCase("in progress", "Acknowledge Confirm Wait Resolve Cancel Merge")]
    [TestCase("in progress, acknowledged", "Confirm Wait Resolve Cancel Merge")]
    [TestCase("waiting", "Acknowledge Confirm Resume Resolve Cancel Merge")]
    [TestCase("waiting, acknowledged", "Confirm Resume Resolve Cancel Merge")]
    [TestCase("resolved", "Close Reopen")]
    [TestCase("closed", "Reopen")]
    [TestCase("cancelled", "")]
    [TestCase("merged", "")]
    public void Moves_AreLegalOrRefusedWithTheLegalOnesAndNothingDone(string life, string legal)
    {
        foreach (var (move, make) in Moves)
        {
            var story = Lives[life]();
            var (state, told) = (story.State, story.Ticket.Events.Count);
            if (legal.Split(' ').Contains(move.ToString()))
            {
                Assert.That(() => make(story), Throws.Nothing, $"{move}");
                continue;
            }

            using (Assert.EnterMultipleScope())
            {
                var refusal = Assert.Throws<BusinessException>(() => make(story))!;
                Assert.That(refusal.Code, Is.EqualTo("illegal_move"), $"{move}");
                Assert.That(string.Join(' ', refusal.Allowed), Is.EqualTo(legal.ToLowerInvariant()), $"{move}");
                Assert.That(story.State, Is.SameAs(state), $"{move}");
                Assert.That(story.Ticket.Events, Has.Count.EqualTo(told), $"{move}");
            }
        }
    }

    [TestCase("Resolve", Withdrawal.Resolved, TicketStatus.Resolved, "A new cable")]
    [TestCase("Cancel", Withdrawal.Cancelled, TicketStatus.Cancelled, "It prints again")]
    [TestCase("Merge", Withdrawal.Merged, TicketStatus.Closed, null)]
    public void Ends_WithdrawWhatIsOwedWithTheReason(string move, Withdrawal reason, TicketStatus status, string? outcome)
    {
        var story = Received().Waits("2026-11-16 10:00");

        Moves[Enum.Parse<TicketMove>(move)](story);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.State.Promises.Select(p => p.Withdrawal), Is.All.EqualTo(reason));
            Assert.That(story.State.Promises.Select(p => p.WithdrawnAt), Is.All.EqualTo(Moments.Rome("2026-11-16 12:00")));
            Assert.That(story.State.Promises.Select(p => p.StateAt(Moments.Rome("2026-12-01 12:00"))), Is.All.EqualTo(PromiseState.Withdrawn));
            Assert.That(story.State.Status, Is.EqualTo(status));
            Assert.That(story.State.EndedAt, Is.EqualTo(Moments.Rome("2026-11-16 12:00")));
            Assert.That(story.State.Outcome, Is.EqualTo(outcome));
            Assert.That(story.State.NextCheckAt, Is.Null);
            Assert.That(story.State.Pauses.IsOpen, Is.False);
        }
    }

    [TestCase(0, PromiseState.Withdrawn, TestName = "Resolved at the very instant it is due is not missed")]
    [TestCase(1, PromiseState.Missed, TestName = "Resolved a microsecond later leaves it missed on record")]
    public void Resolved_AboutTheDueInstant_LeavesWhatWasMissed(int microseconds, PromiseState state)
    {
        var story = Received();
        var at = Moments.Rome("2026-11-16 13:00") + Duration.FromTicks(10) * microseconds;

        story.Ticket.Resolve("A new cable", TicketSamples.On(at));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.Promise(PromiseKind.Response).StateAt(at), Is.EqualTo(state));
            Assert.That(story.Read(PromiseKind.Response, "2026-11-20 12:00")!.State, Is.EqualTo(state));
            Assert.That(story.Told(PromiseFact.Missed), Has.Count.EqualTo(state == PromiseState.Missed ? 1 : 0));
        }
    }

    [Test]
    public void Acknowledged_WhileItWaits_MeetsTheResponseAndWaitsOn()
    {
        var story = Received().Waits("2026-11-16 10:00").Acknowledged("2026-11-16 11:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(story.Promise(PromiseKind.Response).MetAt, Is.EqualTo(Moments.Rome("2026-11-16 11:00")));
            Assert.That(story.State.Status, Is.EqualTo(TicketStatus.Waiting));
            Assert.That(story.Owed(), Is.EqualTo("Confirmation paused"));
        }
    }

    [Test]
    public void Merged_LeavesTheOtherWhatIsPromisedOnItAndTellsBoth()
    {
        var (one, other) = (Received(), TicketStory.Received("2026-11-16 11:00", "silver"));

        one.MergedInto(other, "2026-11-16 12:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(one.State.MergedInto, Is.EqualTo(other.Ticket.Id));
            Assert.That(other.Owed(), Is.EqualTo("Response until Mon 2026-11-16 15:00, Confirmation until Mon 2026-11-16 19:00"));
            Assert.That(other.Told(TicketEvents.TookOver).Single().Changes.Single().After, Is.EqualTo(one.Ticket.Id.ToString()));
            Assert.That(
                one.Told(TicketEvents.Merged).Single().Changes.Select(c => $"{c.Field}: {c.Before} > {c.After}"),
                Is.EqualTo(new[] { "status: new > closed", $"mergedIntoTicketId:  > {other.Ticket.Id}" }));
        }
    }

    [Test]
    public void Merged_WithWhatCannotGoOn_IsRefused()
    {
        var story = Received();
        var stranger = TicketSamples.Ticket(customerId: CustomerId.New(TicketSamples.ReceivedAt));
        var on = TicketSamples.On(Moments.Rome("2026-11-16 12:00"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => story.MergedInto(story, "2026-11-16 12:00"), Refused.With("merge_into_itself"));
            Assert.That(() => story.Ticket.MergeInto(stranger, on, FoundingClocks.WithoutClosures), Refused.With("merge_of_others"));
            Assert.That(() => story.MergedInto(Received().Resolved("2026-11-16 10:00"), "2026-11-16 12:00"), Refused.With("merge_into_ended"));
        }
    }

    [TestCase(ActorKind.Customer)]
    [TestCase(ActorKind.Partner)]
    [TestCase(ActorKind.System)]
    public void WhatOnlyStaffMayDo_IsRefusedToOthers(ActorKind kind)
    {
        var ticket = Received().Ticket;
        var on = TicketSamples.On(Moments.Rome("2026-11-16 12:00"), new(kind, "Somebody", null));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => ticket.Acknowledge(on), Refused.With("staff_only"));
            Assert.That(() => ticket.Wait("Why", on), Refused.With("staff_only"));
            Assert.That(
                () => ticket.Confirm(new(Guid.Empty), TicketSamples.Proposal(on.At), Entitlement.Unknown, on), Refused.With("staff_only"));
            Assert.That(() => ticket.Resolve("Done", on), Refused.With("staff_only"));
            Assert.That(() => ticket.MergeInto(Received().Ticket, on, FoundingClocks.WithoutClosures), Refused.With("staff_only"));
            Assert.That(() => ticket.Take(File(ticket, on, isInternal: true), FoundingClocks.WithoutClosures), Refused.With("staff_only"));
        }
    }

    [Test]
    public void Customers_MayResumeCancelAndReopenAndSendFiles()
    {
        var on = TicketSamples.On(Moments.Rome("2026-11-16 12:00"), TicketSamples.Customer);
        var (waiting, started, resolved) = (Lives["waiting"]().Ticket, Received().Ticket, Lives["resolved"]().Ticket);

        waiting.Resume(on);
        started.Take(File(started, on), FoundingClocks.WithoutClosures);
        started.Cancel("Never mind", on);
        resolved.Reopen("Again", FoundingClocks.Plan("silver"), on);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(waiting.ToState().Status, Is.EqualTo(TicketStatus.New));
            Assert.That(started.ToState().Status, Is.EqualTo(TicketStatus.Cancelled));
            Assert.That(started.Events.Select(e => e.Type), Has.Member(TicketEvents.AttachmentAdded));
            Assert.That(resolved.ToState().Status, Is.EqualTo(TicketStatus.New));
        }
    }

    [Test]
    public void Received_TellsWhatItBeginsWithAndWhatIsPromised()
    {
        var ticket = TicketSamples.Ticket(
            report: TicketSamples.Report(service: "basic_help"),
            origin: TicketSamples.Origin(lateNote: "Found on the answering machine", channel: Channel.Phone, recordedAt: Moments.Rome("2026-11-16 12:00")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ticket.Events.Select(e => (e.Type, e.Promise)), Is.EqualTo(new[]
            {
                (TicketEvents.Created, (PromiseKind?)null), (PromiseFact.Given, PromiseKind.Response), (PromiseFact.Given, PromiseKind.Confirmation),
            }));
            Assert.That(ticket.Events[0].Note, Is.EqualTo("Found on the answering machine"));
            Assert.That(ticket.Events[0].Changes, Has.All.Property("Before").Null);
            Assert.That(ticket.Events[0].Changes.Select(c => $"{c.Field}: {c.After}"), Is.EqualTo(new[]
            {
                "receivedAt: 2026-11-16T10:00:00Z", "channel: phone", "status: new", "plan: silver", "planVersion: 1",
                $"contractId: {TicketSamples.Contract}", "urgency: normal", "handledAs: normal", "service: basic_help",
                "subject: The printer is silent", "description: It has not printed since this morning.",
            }));
        }
    }

    private static TicketStory Received() => TicketStory.Received("2026-11-16 09:00", "silver");

    private static Attachment File(Ticket ticket, Occasion on, bool isInternal = false) => new(
        AttachmentId.New(on.At), ticket.Id, on.At, on.Actor, "page.png", "image/png", 1024, new string('0', 64), isInternal);
}
