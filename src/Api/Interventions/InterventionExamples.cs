using System.Text.Json.Nodes;
using MisterAssist.Api.Interventions.Guarantees;
using MisterAssist.Api.Json;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Sla;
using MisterAssist.Api.Technicians;
using MisterAssist.Api.Tickets;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Api.Interventions;

/// <summary>What the documentation shows: somebody comes and sees to the printer.</summary>
internal static class InterventionExamples
{
    internal const string InterventionId = "int_01kaj3f8y6w4t2r0p8n6m4k2hg";

    private static readonly Instant StartsAt = Instant.FromUtc(2029, 11, 26, 8, 0);

    private static readonly Instant ArrivedAt = Instant.FromUtc(2026, 11, 20, 17, 0);

    private static readonly Instant CompletedAt = Instant.FromUtc(2026, 11, 20, 18, 0);

    public static AppointmentRequest AppointmentRequest { get; } = new()
    {
        StartsAt = StartsAt,
        Duration = Duration.FromMinutes(90),
        TechnicianIds = [WireId<TechnicianKind>.Parse(TechnicianExamples.Technician.Id, null)],
    };

    public static CreateInterventionRequest CreateRequest { get; } = new()
    {
        TicketId = WireId<TicketKind>.Parse(TicketExamples.TicketId, null),
        Mode = InterventionMode.OnSite,
        Appointment = AppointmentRequest,
    };

    public static InterventionResponse Intervention { get; } = new()
    {
        Id = InterventionId,
        TicketId = TicketExamples.TicketId,
        CustomerId = TicketExamples.CustomerId,
        Mode = InterventionMode.OnSite,
        Status = InterventionStatus.Planned,
        LegalMoves =
        [
            InterventionMove.Move, InterventionMove.Reassign, InterventionMove.Travel, InterventionMove.Start, InterventionMove.NobodyThere,
            InterventionMove.Correct, InterventionMove.Cancel,
        ],
        Entitlement = EntitlementResponse.Of(Entitlement.Of(EntitlementKind.Included)),
        CreatedAt = TicketExamples.ReceivedAt + Duration.FromMinutes(45),
        BegunByTechnicianIds = [],
        Appointment = new()
        {
            StartsAt = StartsAt,
            StartsAtLocal = WireTime.InRome(StartsAt),
            Duration = AppointmentRequest.Duration,
            TechnicianIds = [TechnicianExamples.Technician.Id],
            MadeAt = TicketExamples.ReceivedAt + Duration.FromMinutes(45),
            WishedByCustomer = false,
            Moves = [],
        },
        TimeEntries = [],
        Parts = [],
        Guarantees = [],
        Version = 2,
    };

    public static PageResponse<InterventionResponse> Page { get; } = new() { Data = [Intervention], NextCursor = null };

    public static JsonObject UpdateRequest => new() { ["ourFault"] = "Il cavo era stato montato male da noi." };

    public static MoveAppointmentRequest MoveRequest { get; } = new()
    {
        StartsAt = StartsAt + Duration.FromHours(3),
        Duration = Duration.FromMinutes(90),
        Cause = MoveCause.CustomerRequest,
        Reason = "Preferiscono dopo la riunione.",
        AskedBy = "Carla Bianchi",
    };

    public static ReassignInterventionRequest ReassignRequest { get; } = new() { TechnicianIds = AppointmentRequest.TechnicianIds };

    public static CancelInterventionRequest CancelRequest { get; } = new() { Cause = MoveCause.CustomerRequest, Reason = "Hanno risolto da soli." };

    public static OccurrenceRequest TravelRequest { get; } = new() { OccurredAt = ArrivedAt - Duration.FromMinutes(30) };

    public static StartInterventionRequest StartRequest { get; } = new() { OccurredAt = ArrivedAt };

    public static NobodyThereRequest NobodyThereRequest { get; } = new()
    {
        OccurredAt = ArrivedAt,
        Note = "Citofonato e telefonato per un quarto d'ora: nessuno ha risposto.",
    };

    public static CompleteInterventionRequest CompleteRequest { get; } = new()
    {
        OccurredAt = CompletedAt,
        Outcome = CompletionOutcome.Solved,
        WorkDone = "Sostituito l'alimentatore del server di stampa; stampa di prova riuscita.",
        TimeEntries = [new() { TechnicianId = AppointmentRequest.TechnicianIds[0], From = ArrivedAt, To = CompletedAt - Duration.FromMinutes(10) }],
    };

    public static ReasonRequest ContestRequest { get; } = new() { Reason = "Da ieri non stampa di nuovo." };

    public static ReasonRequest DeclineRequest { get; } = new() { Reason = "La stampante era spenta: il server funziona." };

    public static GuaranteesResponse Guarantees { get; } = new()
    {
        Final = true,
        Data =
        [
            new()
            {
                Kind = GuaranteeKind.LateNormal,
                CallOutPercent = 40,
                LabourPercent = 40,
                PartsPercent = 0,
                DueAt = StartsAt,
                ArrivedAt = StartsAt + Duration.FromMinutes(61),
                Delay = Duration.FromMinutes(61),
                Words = new()
                {
                    It = "Appuntamento il 26/11/2029 09:00, arrivo il 26/11/2029 10:01: 1:01 ore lavorative di ritardo, 40% in meno su uscita e manodopera.",
                    En = "Appointment on 26/11/2029 09:00, arrival on 26/11/2029 10:01: 1:01 working hours late, 40% off call-out and labour.",
                },
            },
        ],
    };
}
