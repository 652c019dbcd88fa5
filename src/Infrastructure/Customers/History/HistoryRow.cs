using MisterAssist.Application.Customers.History;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Customers.History;

internal sealed class HistoryRow
{
    public required string Id { get; init; }

    public required string TicketId { get; init; }

    public required string TicketNumber { get; init; }

    public required string Subject { get; init; }

    public required string Mode { get; init; }

    public string? SiteId { get; init; }

    public required string Status { get; init; }

    public required string CreatedAt { get; init; }

    public string? ArrivedAt { get; init; }

    public string? Ending { get; init; }

    public HistoryEntry ToEntry(IEnumerable<HistoryReport> reports)
    {
        var ending = DomainJson.FromTextOrNull<Ending>(Ending);
        return new(
            new(DbText.ToId(Id)),
            new(DbText.ToId(TicketId)),
            Domain.Tickets.TicketNumber.Parse(TicketNumber),
            Subject,
            DbText.ToEnum<InterventionMode>(Mode),
            SiteId is null ? null : new(DbText.ToId(SiteId)),
            DbText.ToEnum<InterventionStatus>(Status),
            DbText.ToInstant(CreatedAt),
            DbText.ToInstantOrNull(ArrivedAt),
            ending?.At,
            ending?.Outcome,
            ending?.Words,
            [.. (ending?.Guarantees ?? []).Select(guarantee => guarantee.Kind)],
            [.. reports]);
    }
}

internal sealed class HistoryReportRow
{
    public required string InterventionId { get; init; }

    public required string Id { get; init; }

    public required string Status { get; init; }

    public string? Number { get; init; }

    public string? IssuedAt { get; init; }

    public long? NetCents { get; init; }

    public HistoryReport ToReport() => new(
        new(DbText.ToId(Id)),
        Number is null ? null : ReportNumber.Parse(Number),
        DbText.ToEnum<WorkReportStatus>(Status),
        DbText.ToInstantOrNull(IssuedAt),
        NetCents is { } cents ? new Money(cents) : null);
}
