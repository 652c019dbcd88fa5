using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Billing;

/// <summary>A document that a billing run made, added to or issued for a customer, or that it could not.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="InvoiceId">What was made, or added to, a draft where that could not be issued; null where nothing could be made, or is stored.</param>
/// <param name="Kind">Of what was made.</param>
/// <param name="Lines">How many charges it took.</param>
/// <param name="Net">Of all its lines, without VAT; negative where it gives back.</param>
/// <param name="Total">With VAT.</param>
/// <param name="Failure">Why nothing could be made, or issued; null where it was.</param>
public sealed record BillingOutcome(
    CustomerId CustomerId, InvoiceId? InvoiceId, BillingOutcomeKind Kind, int Lines, Money Net, Money Total, BillingFailure? Failure);

/// <summary>An outcome of a run.</summary>
/// <param name="Number">From 1, in the order in which they came.</param>
/// <param name="Outcome">What came.</param>
public sealed record NumberedOutcome(int Number, BillingOutcome Outcome);

/// <summary>What came of a document.</summary>
public enum BillingOutcomeKind
{
    /// <summary>Something is owed.</summary>
    Invoice,

    /// <summary>Something is given back.</summary>
    CreditNote,

    /// <summary>Nothing is owed for what was done.</summary>
    Statement,

    /// <summary>Nothing was made, or it could not be issued and is a draft: the next run tries again.</summary>
    Failed,
}

/// <summary>Why nothing could be made, or issued, for a customer.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Detail">For people.</param>
public sealed record BillingFailure(string Code, string Detail)
{
    public const int MaxDetailLength = 5000;
}

/// <summary>What came of a billing run so far.</summary>
/// <param name="Customers">How many there were to look at when it began.</param>
/// <param name="Looked">At how many it has looked.</param>
/// <param name="Invoices">How many were made, or added to.</param>
/// <param name="CreditNotes">How many were made, or added to.</param>
/// <param name="Statements">How many were made, or added to.</param>
/// <param name="Failed">How many could not be made, or issued.</param>
/// <param name="Lines">How many charges were billed.</param>
/// <param name="Net">Of the documents that were made, added to or issued, without VAT.</param>
public sealed record BillingTally(int Customers, int Looked, int Invoices, int CreditNotes, int Statements, int Failed, int Lines, Money Net)
{
    /// <summary>How many documents there are outcomes of.</summary>
    public int Outcomes => Invoices + CreditNotes + Statements + Failed;

    public static BillingTally None(int customers) => new(customers, 0, 0, 0, 0, 0, 0, Money.Zero);

    public BillingTally With(IReadOnlyCollection<BillingOutcome> outcomes, int looked) => new(
        Customers,
        Looked + looked,
        Invoices + Count(outcomes, BillingOutcomeKind.Invoice),
        CreditNotes + Count(outcomes, BillingOutcomeKind.CreditNote),
        Statements + Count(outcomes, BillingOutcomeKind.Statement),
        Failed + Count(outcomes, BillingOutcomeKind.Failed),
        Lines + outcomes.Sum(outcome => outcome.Lines),
        Net + outcomes.Where(outcome => outcome.Kind != BillingOutcomeKind.Failed || outcome.Lines > 0).Sum(outcome => outcome.Net));

    private static int Count(IReadOnlyCollection<BillingOutcome> outcomes, BillingOutcomeKind kind) => outcomes.Count(outcome => outcome.Kind == kind);
}
