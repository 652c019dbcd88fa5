using MisterAssist.Api.Events;
using MisterAssist.Api.Json;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Sla;
using MisterAssist.Api.Tickets.Promises;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Api.Tickets;

/// <summary>What the documentation shows: on Friday evening a Silver customer writes that nobody can print any more.</summary>
internal static class TicketExamples
{
    internal const string TicketId = "tkt_01kaj3d2m4f6s8v0x2z4b6d8fh";

    internal const string CustomerId = "cus_01kaj3b6q0e1r8v5x2m9t4c7hw";

    internal static readonly Instant ReceivedAt = Instant.FromUtc(2026, 11, 20, 18, 30);

    internal static readonly ActorResponse Customer = new() { Kind = ActorKind.Customer, Name = "Studio Bianchi" };

    internal static readonly ActorResponse Staff = new() { Kind = ActorKind.Staff, Name = "Helpdesk" };

    private static readonly Instant AnswerDueAt = Instant.FromUtc(2026, 11, 23, 10, 30);

    private static readonly Instant ConfirmationDueAt = Instant.FromUtc(2026, 11, 23, 14, 30);

    public static OpenTicketRequest OpenRequest { get; } = new()
    {
        CustomerId = WireId<CustomerKind>.Parse(CustomerId, null),
        Subject = "La stampante non risponde",
        Description = "Da stasera nessuno riesce più a stampare.",
        Urgency = Urgency.Normal,
        Channel = Channel.Email,
        Service = "advanced_hardware_help",
    };

    public static TicketResponse Ticket { get; } = new()
    {
        Id = TicketId,
        Number = "2026-000123",
        CustomerId = CustomerId,
        ContractId = "con_01kaj3c4n2g8t6w0y5a1d7f3jm",
        Plan = "silver",
        PlanVersion = 1,
        Status = TicketStatus.New,
        LegalMoves = [TicketMove.Acknowledge, TicketMove.Confirm, TicketMove.Wait, TicketMove.Resolve, TicketMove.Cancel, TicketMove.Merge],
        Subject = OpenRequest.Subject,
        Description = OpenRequest.Description!,
        Urgency = Urgency.Normal,
        HandledAs = Urgency.Normal,
        Service = "advanced_hardware_help",
        Entitlement = EntitlementResponse.Of(new(EntitlementKind.Included, new("Compreso nel piano.", "Included in the plan."))),
        FollowUpOwed = false,
        Channel = Channel.Email,
        ChannelInPlan = true,
        ReceivedAt = ReceivedAt,
        ReceivedAtLocal = WireTime.InRome(ReceivedAt),
        RecordedAt = ReceivedAt,
        Reporter = Customer,
        DueAt = AnswerDueAt,
        DueAtLocal = WireTime.InRome(AnswerDueAt),
        Promises = [Promise(PromiseKind.Response, AnswerDueAt), Promise(PromiseKind.Confirmation, ConfirmationDueAt)],
        Version = 1,
    };

    public static UpdateTicketRequest UpdateRequest { get; } = new()
    {
        Subject = OpenRequest.Subject,
        Urgency = Urgency.Normal,
        Assignee = "Giulia Ferri",
    };

    public static TicketResponse Assigned { get; } = Ticket with { Assignee = "Giulia Ferri", Version = 2 };

    public static ReasonRequest WaitRequest { get; } = new() { Reason = "Ci serve il modello della stampante." };

    public static ResolveTicketRequest ResolveRequest { get; } = new() { Resolution = "Driver reinstallato; stampa di prova riuscita." };

    public static ReasonRequest ReopenRequest { get; } = new() { Reason = "Da stamattina non stampa di nuovo." };

    public static ReasonRequest CancelRequest { get; } = new() { Reason = "Era spenta." };

    public static MergeTicketRequest MergeRequest { get; } = new() { IntoTicketId = WireId<TicketKind>.Parse("tkt_01kaj2x8c6b4a2z0y8w6v4t2sr", null) };

    public static PageResponse<TicketSummaryResponse> Page { get; } = new()
    {
        Data =
        [
            new()
            {
                Id = TicketId,
                Number = "2026-000123",
                CustomerId = CustomerId,
                Plan = "silver",
                Status = TicketStatus.New,
                Subject = OpenRequest.Subject,
                Urgency = Urgency.Normal,
                HandledAs = Urgency.Normal,
                ReceivedAt = ReceivedAt,
                DueAt = AnswerDueAt,
                DueAtLocal = WireTime.InRome(AnswerDueAt),
                Promises = Ticket.Promises,
                Version = 1,
            },
        ],
        NextCursor = null,
    };

    public static PageResponse<EventResponse> Timeline { get; } = new()
    {
        Data =
        [
            new()
            {
                Sequence = 4711,
                Id = "evt_01kaj3d2m4f6s8v0x2z4b6d8fj",
                Type = TicketEvents.Acknowledged,
                OccurredAt = ReceivedAt + Duration.FromMinutes(12),
                Actor = Staff,
                CustomerId = CustomerId,
                TicketId = TicketId,
                Changes = [new() { Field = "status", Before = "new", After = "acknowledged" }],
            },
        ],
        NextCursor = null,
    };

    private static PromiseSummaryResponse Promise(PromiseKind kind, Instant dueAt) => new()
    {
        Kind = kind,
        Round = 1,
        State = Domain.Tickets.Promises.PromiseState.Running,
        DueAt = dueAt,
        DueAtLocal = WireTime.InRome(dueAt),
    };
}
