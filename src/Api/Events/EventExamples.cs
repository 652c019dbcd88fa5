using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Api.Events;

/// <summary>What the documentation shows: a ticket made urgent, and the promise that came of it, missed.</summary>
internal static class EventExamples
{
    private const string Customer = "cus_01kaj3b6q0e1r8v5x2m9t4c7hw";
    private const string Ticket = "tkt_01kaj3d2m4f6s8v0x2z4b6d8fh";

    public static EventResponse Urgent { get; } = new()
    {
        Sequence = 4711,
        Id = "evt_01kaj3f9p1g3t5w7y9a1c3e5gj",
        Type = "ticket.changed",
        OccurredAt = Instant.FromUtc(2026, 11, 20, 9, 30),
        Actor = new() { Kind = ActorKind.Staff, Name = "Giulia Ferri" },
        CustomerId = Customer,
        TicketId = Ticket,
        Changes = [new() { Field = "urgency", Before = "normal", After = "urgent" }],
        Note = "Nessuno può più stampare",
    };

    public static EventLogResponse Page { get; } = new()
    {
        Data =
        [
            Urgent,
            new()
            {
                Sequence = 4718,
                Id = "evt_01kaj8h3r5j7v9x1z3b5d7f9hk",
                Type = "promise.missed",
                OccurredAt = Instant.FromUtc(2026, 11, 20, 13, 30),
                Actor = ActorResponse.Of(Actor.System),
                CustomerId = Customer,
                TicketId = Ticket,
                Promise = PromiseKind.Presence,
                Changes = [new() { Field = "state", Before = "running", After = "missed" }],
            },
        ],
        NextAfter = 4718,
    };
}
