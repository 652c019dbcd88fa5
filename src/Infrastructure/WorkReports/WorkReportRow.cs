using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.WorkReports;

internal sealed class WorkReportRow
{
    public required string Id { get; init; }

    public required string InterventionId { get; init; }

    public required string TicketId { get; init; }

    public required string CustomerId { get; init; }

    public required string Status { get; init; }

    public required string CreatedAt { get; init; }

    public string? ReplacesId { get; init; }

    public string? Voided { get; init; }

    public string? AckName { get; init; }

    public string? AckAt { get; init; }

    public string? AckBy { get; init; }

    public byte[]? AckSignature { get; init; }

    public string? Number { get; init; }

    public string? IssuedAt { get; init; }

    public long? NetCents { get; init; }

    public string? Content { get; init; }

    public string? Sha256 { get; init; }

    public required int Version { get; init; }

    /// <summary>The one that stands in the database when it is saved.</summary>
    public int LoadedVersion { get; init; }

    public static WorkReportRow From(WorkReport report)
    {
        var state = report.ToState();
        return new()
        {
            Id = DbText.From(state.Id.Value),
            InterventionId = DbText.From(state.InterventionId.Value),
            TicketId = DbText.From(state.TicketId.Value),
            CustomerId = DbText.From(state.CustomerId.Value),
            Status = DbText.From(state.Status),
            CreatedAt = DbText.From(state.CreatedAt),
            ReplacesId = DbText.From(state.Replaces?.Value),
            Voided = DomainJson.ToTextOrNull(state.Voided),
            AckName = state.Acknowledgement?.Name,
            AckAt = DbText.From(state.Acknowledgement?.At),
            AckBy = DomainJson.ToTextOrNull(state.Acknowledgement?.By),
            AckSignature = state.Acknowledgement?.Signature?.Png.ToArray(),
            Number = state.Issued?.Number.ToString(),
            IssuedAt = DbText.From(state.Issued?.At),
            NetCents = state.Issued?.Content.Net.Cents,
            Content = state.Issued?.Text,
            Sha256 = state.Issued?.Sha256,
            Version = state.Version,
            LoadedVersion = report.LoadedVersion,
        };
    }

    public WorkReport ToReport() => WorkReport.FromState(new(
        new(DbText.ToId(Id)),
        new(DbText.ToId(InterventionId)),
        new(DbText.ToId(TicketId)),
        new(DbText.ToId(CustomerId)),
        DbText.ToInstant(CreatedAt),
        ReplacesId is null ? null : new(DbText.ToId(ReplacesId)),
        Content is null ? null : new(DomainJson.FromText<ReportContent>(Content), Content, Sha256!),
        DomainJson.FromTextOrNull<Voiding>(Voided),
        AckName is null
            ? null
            : new(
                AckName, DomainJson.FromText<Actor>(AckBy!), DbText.ToInstant(AckAt!), AckSignature is null ? null : Signature.FromState(AckSignature)),
        Version));
}
