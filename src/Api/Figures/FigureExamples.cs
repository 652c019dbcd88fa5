using MisterAssist.Api.Customers;
using MisterAssist.Api.Interventions;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Technicians;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Technicians;
using NodaTime;

namespace MisterAssist.Api.Figures;

/// <summary>What the documentation shows: a good month.</summary>
internal static class FigureExamples
{
    private static readonly YearMonth November = new(2026, 11);

    private static readonly TechnicianId Bruno = new(WireId<TechnicianKind>.Parse(TechnicianExamples.Technician.Id, null).Value);

    public static AppointmentFiguresResponse Appointments { get; } = new()
    {
        Month = "2026-11",
        Appointments = 42,
        KeptInTime = 37,
        KeptLate = 2,
        CalledOff = new() { CustomerRequest = 2, Exceptional = 0, TicketEnded = 1 },
        StillOpen = 0,
        MovesByCause = new() { CustomerRequest = 1, Exceptional = 0 },
        MovesTotal = 1,
        Moves =
        [
            new()
            {
                InterventionId = InterventionExamples.InterventionId,
                FromStartsAt = Instant.FromUtc(2026, 11, 24, 8, 0),
                ToStartsAt = Instant.FromUtc(2026, 11, 24, 11, 0),
                Cause = MoveCause.CustomerRequest,
                AskedBy = InterventionExamples.MoveRequest.AskedBy,
                Reason = InterventionExamples.MoveRequest.Reason,
                MovedAt = Instant.FromUtc(2026, 11, 23, 9, 30),
            },
        ],
    };

    public static FeedbackFiguresResponse Feedback { get; } = new()
    {
        Month = "2026-11",
        Technicians = [TechnicianFeedbackResponse.Of(TechnicianExamples.Request.Name, new(Bruno, 39, [0, 0, 1, 4, 7]))],
    };

    public static PageResponse<RevenueFigureResponse> Revenue { get; } = new()
    {
        Data =
        [
            new() { Month = November, Plan = "silver", CustomerId = CustomerExamples.Id, Net = MoneyResponse.Of(new(677_50)) },
            new() { Month = November, Plan = "standard", CustomerId = CustomerExamples.Id, Net = MoneyResponse.Of(new(110_00)) },
        ],
        NextCursor = null,
    };

    public static PageResponse<GuaranteeFigureResponse> Guarantees { get; } = new()
    {
        Data =
        [
            new()
            {
                Month = November,
                Plan = "silver",
                CustomerId = CustomerExamples.Id,
                Kind = GuaranteeKind.LateNormal,
                Times = 2,
                TakenOff = MoneyResponse.Of(new(31_20)),
            },
        ],
        NextCursor = null,
    };
}
