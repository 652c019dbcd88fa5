using System.Globalization;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Domain.WorkReports;

/// <summary>Every refusal about work reports, a line each.</summary>
public static class WorkReportErrors
{
    public static BusinessException NotFound() =>
        new(Refusal.NotFound, "work_report_not_found", "There is no such work report.");

    public static BusinessException NotADraft(WorkReportStatus status) =>
        new(Refusal.Conflict, "not_a_draft", $"The work report is {SnakeCase.Of(status)}: only a draft is issued.");

    public static BusinessException NotIssued(WorkReportStatus status) =>
        new(Refusal.Conflict, "not_issued", $"The work report is {SnakeCase.Of(status)}: that is done to issued ones alone.");

    public static BusinessException AcknowledgedAlready() =>
        new(Refusal.Conflict, "acknowledged_already", "The work report was acknowledged already.");

    public static BusinessException PartUndecided(IEnumerable<string> codes) => new(
        Refusal.Conflict, "part_undecided", $"The customer has not decided about {string.Join(", ", codes)}: the report waits for that, or the part is removed.");

    public static BusinessException AboveAcceptedQuote(string quote, Money accepted, Money charged) => new(
        Refusal.Conflict, "above_accepted_quote",
        $"Quote {quote} was accepted at {accepted} EUR, and with this report {charged} EUR would be charged: it needs a new acceptance.");

    public static BusinessException Billed(Invoices.InvoiceId invoice) => new(
        Refusal.Conflict, "work_report_billed", $"It stands on invoice {invoice}: discard that where it is a draft, else credit the lines first.");

    public static BusinessException NotPriced(PlanCode plan, LocalDate day) => new(
        Refusal.Conflict, "work_not_priced", $"No price list that held on {day} has prices of plan '{plan}': publish one before work is done.");

    public static BusinessException InvalidSignature(int most) => new(
        Refusal.RuleBroken, "invalid_signature",
        string.Create(CultureInfo.InvariantCulture, $"A signature is a PNG that can be drawn, of up to {most} bytes and four million points, in Base64."), "signature");

    public static BusinessException ChangedMeanwhile() =>
        new(Refusal.Conflict, "work_report_changed_meanwhile", "The work report was changed meanwhile: read it, then try again.");
}
