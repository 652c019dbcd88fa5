using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Domain.WorkReports;

/// <summary>All that is known of a work report, as it is kept.</summary>
/// <param name="Id">Its own.</param>
/// <param name="InterventionId">What it reports on.</param>
/// <param name="TicketId">Of which ticket.</param>
/// <param name="CustomerId">Of which customer.</param>
/// <param name="CreatedAt">When it was drafted.</param>
/// <param name="Replaces">The voided report in whose place it is; null where there is none.</param>
/// <param name="Issued">What was issued: that never changes. Null for a draft.</param>
/// <param name="Voided">That it does not count any more; null where it does.</param>
/// <param name="Acknowledgement">That the customer has seen it; null where nobody said so.</param>
/// <param name="Version">1, and one more for each change.</param>
public sealed record WorkReportState(
    WorkReportId Id, InterventionId InterventionId, TicketId TicketId, CustomerId CustomerId, Instant CreatedAt, WorkReportId? Replaces,
    SealedReport? Issued, Voiding? Voided, Acknowledgement? Acknowledgement, int Version)
{
    public WorkReportStatus Status => this switch
    {
        { Voided: not null } => WorkReportStatus.Voided,
        { Issued: not null } => WorkReportStatus.Issued,
        _ => WorkReportStatus.Draft,
    };
}

/// <summary>Where a work report is in its life.</summary>
public enum WorkReportStatus
{
    /// <summary>It shows what would be issued as things stand.</summary>
    Draft,

    /// <summary>It has a number, and never changes.</summary>
    Issued,

    /// <summary>It does not count any more; another is in its place.</summary>
    Voided,
}

/// <summary>What a work report said when it was issued.</summary>
/// <param name="Content">All that it says.</param>
/// <param name="Text">The same as it is kept: of this the hash is made.</param>
/// <param name="Sha256">Of the text in UTF-8, in 64 lower-case hexadecimal digits.</param>
public sealed record SealedReport(ReportContent Content, string Text, string Sha256)
{
    public ReportNumber Number => Content.Number!.Value;

    public Instant At => Content.IssuedAt!.Value;
}

/// <summary>That a work report does not count any more.</summary>
/// <param name="Reason">In words.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
/// <param name="ReplacedBy">The one in its place.</param>
public sealed record Voiding(string Reason, Actor By, Instant At, WorkReportId ReplacedBy);

/// <summary>That the customer has seen a work report.</summary>
/// <param name="Name">Who has seen it, by name.</param>
/// <param name="By">Whose key was used.</param>
/// <param name="At">When.</param>
/// <param name="Signature">A drawing of it, as PNG; null where none was made.</param>
public sealed record Acknowledgement(string Name, Actor By, Instant At, Signature? Signature);

/// <summary>A drawn signature.</summary>
public sealed record Signature
{
    /// <summary>In bytes.</summary>
    public const int MaxLength = 100_000;

    private static readonly byte[] PngBegins = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private Signature(byte[] png) => Png = png;

    public IReadOnlyList<byte> Png { get; }

    /// <param name="png">The drawing.</param>
    /// <param name="canDraw">Whether documents can show it.</param>
    /// <exception cref="BusinessException">It is no PNG, too large, or cannot be drawn.</exception>
    public static Signature Create(byte[] png, Func<byte[], bool> canDraw)
    {
        if (png.Length > MaxLength || !png.AsSpan().StartsWith(PngBegins) || !canDraw(png))
            throw WorkReportErrors.InvalidSignature(MaxLength);

        return new(png);
    }

    /// <summary>For persistence only.</summary>
    public static Signature FromState(byte[] png) => new(png);
}
