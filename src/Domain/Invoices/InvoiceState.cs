using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Invoices;

/// <summary>All that is known of an invoice, as it is kept.</summary>
/// <param name="Id">Its own.</param>
/// <param name="CustomerId">Who owes it.</param>
/// <param name="Month">Whose charges it bills.</param>
/// <param name="CreatedAt">When it was drafted.</param>
/// <param name="GivesBackId">Of a credit note by which billing gives fees back, the invoice that charged them; null for anything else.</param>
/// <param name="Issued">What was issued: that never changes. Null for a draft.</param>
/// <param name="CreditedLines">The numbers of the lines that were taken back.</param>
/// <param name="Left">What was not taken back or given back of it, by rate; none of a draft.</param>
/// <param name="DueOn">The last day on which it is paid in time; null for a draft, and where nothing is to be paid.</param>
/// <param name="Payments">In order, also those that were reversed.</param>
/// <param name="Deliveries">How it was handed to the exchange system, attempt by attempt; none for a draft or a statement.</param>
/// <param name="Version">1, and one more for each change.</param>
public sealed record InvoiceState(
    InvoiceId Id, CustomerId CustomerId, YearMonth Month, Instant CreatedAt, InvoiceId? GivesBackId, SealedInvoice? Issued, IReadOnlyList<int> CreditedLines,
    IReadOnlyList<VatShare> Left, LocalDate? DueOn, IReadOnlyList<Payment> Payments, IReadOnlyList<DeliveryAttempt> Deliveries, int Version)
{
    public Money Paid => Payments.Where(payment => payment.Reversal is null).Sum(payment => payment.Amount);

    /// <summary>What credit notes took off what was to be paid; zero for a draft. Where nothing is left of a rate, no cent of its VAT is.</summary>
    public Money Credited => Issued is { Content: var content }
        ? content.Payable - content.PayableOf(Left.Where(share => share.Taxable != Money.Zero))
        : Money.Zero;

    /// <summary>What is still to be paid to us; zero for what is no invoice.</summary>
    public Money Open => Issued is { Content: { Kind: InvoiceKind.Invoice } content } ? content.Payable - Credited - Paid : Money.Zero;

    public InvoiceStatus Status => this switch
    {
        { Issued: null } => InvoiceStatus.Draft,
        { Issued: { } issued } when issued.Content.Lines.Count == CreditedLines.Count && CreditedLines.Count > 0 => InvoiceStatus.Credited,
        { Issued.Content.Kind: InvoiceKind.Invoice } when Open <= Money.Zero => InvoiceStatus.Paid,
        _ => InvoiceStatus.Issued,
    };

    /// <summary>Whether it should have been paid before a day in Rome.</summary>
    public bool IsOverdueOn(LocalDate today) => Status == InvoiceStatus.Issued && DueOn < today;

    /// <summary>The last day on which what was refused may be sent again under its number and date; null where nothing waits to be sent again.</summary>
    public LocalDate? ResendBy => Deliveries is [.., { State: DeliveryState.Rejected or DeliveryState.NotSent }]
        ? Deliveries.LastOrDefault(attempt => attempt.ResendBy is not null)?.ResendBy
        : null;

    /// <summary>Whether it was refused, and should have been sent again before a day in Rome.</summary>
    public bool IsResendOverdueOn(LocalDate today) => ResendBy < today;

    /// <summary>The lines that were not taken back; none of a draft.</summary>
    public IReadOnlyList<InvoiceLine> StandingLines => [.. (Issued?.Content.Lines ?? []).Where(line => !CreditedLines.Contains(line.Number))];
}

/// <summary>Where an invoice is in its life.</summary>
public enum InvoiceStatus
{
    /// <summary>It shows what would be issued as things stand.</summary>
    Draft,

    /// <summary>It has a number, and never changes.</summary>
    Issued,

    /// <summary>Nothing of it is to be paid any more.</summary>
    Paid,

    /// <summary>All of it was taken back.</summary>
    Credited,
}

/// <summary>What an invoice said when it was issued.</summary>
/// <param name="Content">All that it says.</param>
/// <param name="Text">The same as it is kept: of this the hash is made.</param>
/// <param name="Sha256">Of the text in UTF-8, in 64 lower-case hexadecimal digits.</param>
public sealed record SealedInvoice(InvoiceContent Content, string Text, string Sha256)
{
    public InvoiceNumber Number => Content.Number!.Value;
}

/// <summary>Money that came in for an invoice.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Amount">More than zero.</param>
/// <param name="PaidOn">In Rome.</param>
/// <param name="Reference">Of the bank transfer, say; null where there is none.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="At">When.</param>
/// <param name="Reversal">That it was none; null where it stands.</param>
public sealed record Payment(int Number, Money Amount, LocalDate PaidOn, string? Reference, Actor By, Instant At, PaymentReversal? Reversal = null)
{
    public const int MaxReferenceLength = 200;
}

/// <summary>That a payment was none, or was recorded wrongly.</summary>
/// <param name="Reason">Why, in words.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record PaymentReversal(string Reason, Actor By, Instant At);
