using MisterAssist.Domain.WorkReports;
using NodaTime;

namespace MisterAssist.Application.WorkReports;

/// <summary>A work report as it is handed over.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Sha256">Of what was issued, in hexadecimal; null for a draft.</param>
/// <param name="Mark">What it is worth.</param>
/// <param name="VoidReason">Why it was voided; null where it was not.</param>
/// <param name="Acknowledgement">Who took note of it; null where nobody did.</param>
public sealed record ReportDocument(
    ReportContent Content, string? Sha256, ReportMark Mark, string? VoidReason = null, ReportAcknowledgement? Acknowledgement = null);

/// <summary>What a work report is worth. What is not worth anything says so, and cannot be overlooked.</summary>
public enum ReportMark
{
    /// <summary>Not issued yet.</summary>
    Draft,

    /// <summary>It stands.</summary>
    Issued,

    /// <summary>It stood once.</summary>
    Voided,
}

/// <summary>That the customer took note of a work report.</summary>
/// <param name="Name">Of the person, as they wrote it.</param>
/// <param name="At">When.</param>
/// <param name="SignaturePng">As they drew it; null where they did not. What is no PNG is left out.</param>
public sealed record ReportAcknowledgement(string Name, Instant At, byte[]? SignaturePng);
