using MisterAssist.Api.Interventions;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Tickets;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.WorkReports;
using NodaTime;

namespace MisterAssist.Api.Customers.History;

/// <summary>What the documentation shows: the printer prints again.</summary>
internal static class HistoryExamples
{
    private static readonly Instant ArrivedAt = Instant.FromUtc(2026, 11, 20, 17, 0);

    public static PageResponse<HistoryEntryResponse> Page { get; } = new()
    {
        Data =
        [
            new()
            {
                InterventionId = InterventionExamples.InterventionId,
                TicketId = TicketExamples.TicketId,
                TicketNumber = "2026-000123",
                Subject = TicketExamples.OpenRequest.Subject,
                Mode = InterventionMode.OnSite,
                Status = InterventionStatus.Completed,
                CreatedAt = ArrivedAt - Duration.FromHours(2),
                ArrivedAt = ArrivedAt,
                EndedAt = ArrivedAt + Duration.FromHours(1),
                Outcome = InterventionOutcome.Solved,
                WorkDone = InterventionExamples.CompleteRequest.WorkDone,
                Guarantees = [],
                Reports =
                [
                    new()
                    {
                        Id = "wrp_01kaj3h7x5v3t1r9p7n5m3k1jb",
                        Number = "RL-2026-000123",
                        Status = WorkReportStatus.Issued,
                        IssuedAt = ArrivedAt + Duration.FromHours(2),
                        Net = MoneyResponse.Of(new(80_00)),
                    },
                ],
            },
        ],
        NextCursor = null,
    };
}
