using MisterAssist.Api.Json;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Sla;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Api.Tickets.Confirmations;

/// <summary>What the documentation shows: on Monday somebody will come and see to the printer.</summary>
internal static class ConfirmationExamples
{
    private static readonly Instant StartsAt = Instant.FromUtc(2029, 11, 26, 8, 0);

    public static ConfirmTicketRequest ConfirmRequest { get; } = new()
    {
        Analysis = "Il server di stampa non risponde: va sostituito l'alimentatore.",
        Mode = InterventionMode.OnSite,
        StartsAt = StartsAt,
        ExpectedDuration = Duration.FromMinutes(90),
        CostEstimate = MoneyRequest.Of(new(150_00)),
    };

    public static ConfirmationResponse Confirmation { get; } = new()
    {
        Id = "cfm_01kaj3d9x7v5t3r1p9n7m5k3jc",
        TicketId = TicketExamples.TicketId,
        SentAt = TicketExamples.ReceivedAt + Duration.FromMinutes(40),
        Author = TicketExamples.Staff,
        Analysis = ConfirmRequest.Analysis,
        Mode = ConfirmRequest.Mode,
        StartsAt = StartsAt,
        StartsAtLocal = WireTime.InRome(StartsAt),
        ExpectedDuration = ConfirmRequest.ExpectedDuration,
        Entitlement = EntitlementResponse.Of(new(EntitlementKind.Billable, new(
            "Non compreso nel piano: si paga secondo il listino.", "Not included in the plan: charged by the price list."))),
        CostEstimate = MoneyResponse.Of(new(150_00)),
    };

    public static PageResponse<ConfirmationResponse> Page { get; } = new() { Data = [Confirmation], NextCursor = null };
}
