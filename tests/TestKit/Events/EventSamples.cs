using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.TestKit.Events;

/// <summary>Events of which a test says only what matters to it.</summary>
public static class EventSamples
{
    public static readonly Instant At = Moments.Utc("2026-11-20T18:30:00.123456Z");

    public static readonly CustomerId Customer = new(Guid.Parse("0196f1c8-4a3b-7c2d-8e1f-0a9b8c7d6e5f"));

    public static RecordedEvent Event(
        string type = "ticket.created", CustomerId? customer = null, TicketId? ticket = null, bool isInternal = false) =>
        new(EventId.New(At), type, At, Actor.System, customer ?? Customer, ticket, null, null, [], null, isInternal);

    /// <summary>With a value in each of its fields.</summary>
    public static RecordedEvent Full(ActorKind actor, PromiseKind promise) => new(
        EventId.New(At),
        "promise.missed",
        At,
        new(actor, "Zoë \"Z\" O'Hara", Guid.Parse("0196f1c8-0000-7c2d-8e1f-0a9b8c7d6e5f")),
        Customer,
        TicketId.New(At),
        ContractId.New(At),
        promise,
        [new("urgency", "normal", "urgent"), new("assignee", null, "perché {}[]\\\n\"😀"), new("note", "", null)],
        "È così; DROP TABLE event --",
        IsInternal: true);
}
