using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Confirmations;
using MisterAssist.Domain.Tickets.Messages;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.TestKit.Tickets;

/// <summary>Tickets that are valid as they come: a test sets only what matters to it.</summary>
public static class TicketSamples
{
    public static readonly Actor Staff = new(ActorKind.Staff, "Anna", Guid.Parse("00000000-0000-7000-8000-00000000000a"));

    public static readonly Actor Partner = new(ActorKind.Partner, "Monitor", Guid.Parse("00000000-0000-7000-8000-00000000000b"));

    public static readonly Actor Customer = new(ActorKind.Customer, "Carlo", Guid.Parse("00000000-0000-7000-8000-00000000000c"));

    public static readonly CustomerId CustomerId = new(Guid.Parse("00000000-0000-7000-8000-000000000001"));

    public static readonly ContractId Contract = new(Guid.Parse("00000000-0000-7000-8000-000000000002"));

    public static readonly InterventionId InterventionId = new(Guid.Parse("00000000-0000-7000-8000-000000000003"));

    /// <summary>A Monday morning on which every plan is open: 2026-11-16 11:00 in Rome.</summary>
    public static readonly Instant ReceivedAt = Moments.Rome("2026-11-16 11:00");

    public static Report Report(
        string subject = "The printer is silent", Urgency urgency = Urgency.Normal, string? service = null, SiteId? siteId = null,
        ContactId? contactId = null) =>
        new(subject, "It has not printed since this morning.", urgency, service, siteId, contactId);

    public static TicketOrigin Origin(
        Instant? receivedAt = null, Instant? recordedAt = null, string? lateNote = null, Channel channel = Channel.Email,
        bool channelInPlan = true, Actor? reporter = null, TicketId? previous = null)
    {
        var received = receivedAt ?? ReceivedAt;
        return new(channel, channelInPlan, received, recordedAt ?? received, lateNote, reporter ?? Customer, previous);
    }

    public static TicketOpening Opening(
        Report? report = null, TicketOrigin? origin = null, CustomerId? customerId = null, int count = 1)
    {
        var from = origin ?? Origin();
        return new(
            TicketId.New(from.RecordedAt), new(from.RecordedAt.InZone(Company.Zone).Year, count), customerId ?? CustomerId,
            report ?? Report(), from);
    }

    public static Ticket Ticket(
        string plan = "silver", Report? report = null, TicketOrigin? origin = null, CustomerId? customerId = null, int count = 1,
        ClockOf? clockOf = null) =>
        Domain.Tickets.Ticket.Receive(
            Opening(report, origin, customerId, count), FoundingClocks.Plan(plan), clockOf ?? FoundingClocks.WithoutClosures);

    public static Message Message(
        Ticket ticket, Instant at, Actor? author = null, bool isInternal = false, bool isAutomatic = false, string body = "Thanks!") =>
        new(MessageId.New(at), ticket.Id, at, author ?? Customer, body, isInternal, isAutomatic);

    /// <summary>At a cost, unless it is told otherwise.</summary>
    public static Proposal Proposal(Instant startsAt, long? cents = 120_00, string? laterThanPromised = null) =>
        new("The cable is worn.", InterventionMode.OnSite, startsAt, Duration.FromHours(1), cents is { } given ? new Money(given) : null, laterThanPromised);

    public static Occasion On(Instant at, Actor? actor = null, ClockOf? clockOf = null) =>
        new(actor ?? Staff, at, clockOf ?? FoundingClocks.WithoutClosures);
}
