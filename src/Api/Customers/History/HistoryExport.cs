using System.Text.Json;
using MisterAssist.Api.Json;
using MisterAssist.Application.Customers.History;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Api.Customers.History;

/// <summary>Writes the history of a customer for other programs, entry by entry as it is read.</summary>
internal static class HistoryExport
{
    private static readonly string[] Columns =
    [
        "interventionId", "ticketId", "ticketNumber", "subject", "mode", "siteId", "status", "createdAt", "arrivedAt", "endedAt", "outcome",
        "workDone", "guarantees", "reportId", "reportNumber", "reportStatus", "reportIssuedAt", "reportNet",
    ];

    /// <summary>A line of JSON for each entry, the same as in a page.</summary>
    public static async Task WriteLinesAsync(IAsyncEnumerable<HistoryEntry> entries, Stream body, CancellationToken ct)
    {
        await foreach (var entry in entries.WithCancellation(ct))
        {
            await JsonSerializer.SerializeAsync(body, HistoryEntryResponse.Of(entry), ApiJson.Options, ct);
            await body.WriteAsync("\n"u8.ToArray(), ct);
        }
    }

    /// <summary>A row for each work report, and one for each entry that has none.</summary>
    public static async Task WriteCsvAsync(IAsyncEnumerable<HistoryEntry> entries, Stream body, CancellationToken ct)
    {
        await using var writer = new StreamWriter(body, leaveOpen: true);
        await writer.WriteAsync(CsvRow.Of(Columns));
        await foreach (var entry in entries.WithCancellation(ct))
        {
            foreach (var report in entry.Reports.DefaultIfEmpty<HistoryReport?>(null))
                await writer.WriteAsync(CsvRow.Of([.. Fields(entry), .. Fields(report)]));
        }
    }

    private static string?[] Fields(HistoryEntry entry) =>
    [
        entry.Id.ToString(), entry.TicketId.ToString(), entry.TicketNumber.ToString(), entry.Subject, SnakeCase.Of(entry.Mode),
        entry.SiteId?.ToString(), SnakeCase.Of(entry.Status), Time(entry.CreatedAt), Time(entry.ArrivedAt), Time(entry.EndedAt),
        entry.Outcome is { } outcome ? SnakeCase.Of(outcome) : null, entry.WorkDone, string.Join(' ', entry.Guarantees.Select(SnakeCase.Of)),
    ];

    private static string?[] Fields(HistoryReport? report) =>
    [
        report?.Id.ToString(), report?.Number?.ToString(), report is null ? null : SnakeCase.Of(report.Status), Time(report?.IssuedAt),
        report?.Net?.ToString(),
    ];

    private static string? Time(Instant? at) => at is { } given ? WireTime.Format(given) : null;
}
