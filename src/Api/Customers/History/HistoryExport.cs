using MisterAssist.Api.Http;
using MisterAssist.Api.Json;
using MisterAssist.Application.Customers.History;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Api.Customers.History;

/// <summary>How the history of a customer is written for other programs: in CSV with a row for each work report, and one for each entry that has none.</summary>
internal static class HistoryExport
{
    private static readonly string[] Columns =
    [
        "interventionId", "ticketId", "ticketNumber", "subject", "mode", "siteId", "status", "createdAt", "arrivedAt", "endedAt", "outcome",
        "workDone", "guarantees", "reportId", "reportNumber", "reportStatus", "reportIssuedAt", "reportNet",
    ];

    public static ListExport<HistoryEntry> Entries { get; } = new("history", Columns, RowsOf, HistoryEntryResponse.Of);

    private static IEnumerable<string?[]> RowsOf(HistoryEntry entry) =>
        entry.Reports.DefaultIfEmpty<HistoryReport?>(null).Select(report => (string?[])[.. Fields(entry), .. Fields(report)]);

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
