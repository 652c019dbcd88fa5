using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Invoices;

/// <summary>Every refusal about invoices, a line each.</summary>
public static class InvoiceErrors
{
    public static BusinessException NotFound() =>
        new(Refusal.NotFound, "invoice_not_found", "There is no such invoice.");

    public static BusinessException LineNotFound() =>
        new(Refusal.NotFound, "invoice_line_not_found", "The invoice has no such line.");

    public static BusinessException ChangedMeanwhile() =>
        new(Refusal.Conflict, "invoice_changed_meanwhile", "The invoice was changed meanwhile: read it, then try again.");

    public static BusinessException NotADraft(InvoiceStatus status) =>
        new(Refusal.Conflict, "invoice_not_a_draft", $"The invoice is {SnakeCase.Of(status)}: that is done to drafts alone.");

    public static BusinessException NotIssued() =>
        new(Refusal.Conflict, "invoice_not_issued", "The invoice is a draft: it has to be issued first.");

    public static BusinessException DateBeforeLast(LocalDate last) =>
        new(Refusal.Conflict, "invoice_date_before_last", $"The last number was given on {last:uuuu-MM-dd}: one after it cannot have an earlier date.");

    public static BusinessException NothingToPay(InvoiceKind kind) =>
        new(Refusal.Conflict, "nothing_to_pay", $"Nothing is paid to us for a document of kind {SnakeCase.Of(kind)}.");

    public static BusinessException PaidTooMuch(Money open) =>
        new(Refusal.RuleBroken, "paid_too_much", $"Only {open} EUR are still to be paid.", "amount");

    public static BusinessException PaidInTheFuture(LocalDate today) =>
        new(Refusal.RuleBroken, "paid_in_the_future", $"What is recorded has happened: it is {today:uuuu-MM-dd}.", "paidOn");

    public static BusinessException PaymentNotFound() =>
        new(Refusal.NotFound, "payment_not_found", "The invoice has no such payment.");

    public static BusinessException NotCreditable(InvoiceKind kind) =>
        new(Refusal.Conflict, "not_creditable", $"What takes something back is not taken back, and this is such a document of kind {SnakeCase.Of(kind)}.");

    public static BusinessException CreditNoteTakenBackWhole() =>
        new(Refusal.Conflict, "credit_note_taken_back_whole", "A credit note is taken back whole: name no lines.");

    public static BusinessException FeeGivenBack(LocalDate from, InvoiceId note, InvoiceNumber? number) => new(
        Refusal.Conflict, "fee_given_back_already",
        $"Some days of the fee from {from:uuuu-MM-dd} on are given back: first "
        + (number is { } issued ? $"take the credit note {issued} back." : $"discard the draft {note}."));

    public static BusinessException FeeChargedAnew(LocalDate from) => new(
        Refusal.Conflict, "fee_charged_anew",
        $"The days from {from:uuuu-MM-dd} on were charged anew: what was given back of them is taken back only to be billed again.", "billAgain");

    public static BusinessException UnknownLine(int line, int index) =>
        new(Refusal.RuleBroken, "unknown_invoice_line", $"The invoice has no line {line}.", $"lines.{index}");

    public static BusinessException LineCredited(int line) =>
        new(Refusal.Conflict, "line_credited_already", $"Line {line} was credited already.");

    public static BusinessException NotDeliverable(InvoiceKind kind, bool isWithdrawn) => new(
        Refusal.Conflict, "not_deliverable",
        isWithdrawn
            ? "It takes back all of what the exchange system rejected: to the tax office neither was ever issued."
            : $"A document of kind {SnakeCase.Of(kind)} does not go to the exchange system.");

    public static BusinessException IllegalDelivery(DeliveryState state) => new(
        Refusal.Conflict, "illegal_delivery_move", $"The last attempt is {SnakeCase.Of(state)}: that does not follow.",
        allowed: state switch
        {
            DeliveryState.NotSent => ["send"],
            DeliveryState.Sent => ["deliver", "reject"],
            DeliveryState.Rejected => ["retry"],
            _ => [],
        });

    public static BusinessException ElectronicInvoiceRefused(IReadOnlyList<string> reasons) =>
        new(Refusal.RuleBroken, "electronic_invoice_refused", string.Join('\n', reasons));

    public static BusinessException ElectronicInvoicesNotSetUp(string reason) =>
        new(Refusal.Conflict, "electronic_invoices_not_set_up", reason);
}
