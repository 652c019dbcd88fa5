using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets.Promises;
using NodaTime;

namespace MisterAssist.Domain.Tickets;

/// <summary>How a report may come in.</summary>
public static class Reception
{
    /// <summary>When the customer told us: now, unless staff put a report down later than it came, and say why.</summary>
    /// <param name="given">In their words; null for now.</param>
    /// <param name="lateNote">Why it is put down late; null where it is not.</param>
    /// <param name="limit">How late it may be put down, in real time.</param>
    /// <param name="actor">Who puts it down.</param>
    /// <param name="now">The instant of recording.</param>
    /// <exception cref="BusinessException">It would lie in the future or too far back, has no note, or is not given by staff.</exception>
    public static Instant At(Instant? given, string? lateNote, Duration limit, Actor actor, Instant now)
    {
        if (given?.ToMicrosecond() is not { } received || received == now)
            return now;
        if (received > now)
            throw TicketErrors.ReceivedInTheFuture(now);
        if (actor.Kind != ActorKind.Staff)
            throw TicketErrors.StaffOnly("record a report later than it came");
        if (now - received > limit)
            throw TicketErrors.ReceivedTooLongAgo(limit);
        if (lateNote is null)
            throw TicketErrors.LateNoteNeeded();

        return received;
    }

    /// <summary>Makes sure that somebody may report by a channel: customers by those of their plan, partner systems by their own, staff by any.</summary>
    /// <exception cref="BusinessException">They may not.</exception>
    public static void RefuseChannel(Channel channel, Actor reporter, HandlingPlan plan, ClockOf clockOf, Instant now)
    {
        if (reporter.Kind == ActorKind.Staff)
            return;

        var terms = plan.Version.Terms;
        if (reporter.Kind == ActorKind.Partner && channel != Channel.Integration)
            throw TicketErrors.ChannelNotOfKey(channel, [Channel.Integration]);
        if (reporter.Kind == ActorKind.Customer && channel == Channel.Integration)
            throw TicketErrors.ChannelNotOfKey(channel, terms.Channels);
        if (!terms.Admits(channel))
        {
            var opening = clockOf(new(plan.Version.Plan, plan.Version.Number, now, now, Duration.Zero, [])).NextOpening(now);
            throw TicketErrors.ChannelNotInPlan(plan.Version.Plan, channel, terms.Channels, opening);
        }
    }
}
