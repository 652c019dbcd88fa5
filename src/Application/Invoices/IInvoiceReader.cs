using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Invoices;

/// <summary>Reads invoices in short.</summary>
public interface IInvoiceReader
{
    /// <summary>Of customers within reach, the oldest first, after a given one; null to begin with the first.</summary>
    Task<Page<InvoiceSummary>> ListAsync(InvoiceFilter filter, CustomerReach reach, int limit, InvoiceId? after, CancellationToken ct);
}

/// <summary>Which invoices are meant; null or empty for whatever there is.</summary>
/// <param name="CustomerId">Of that customer.</param>
/// <param name="Month">That bill that month.</param>
/// <param name="Kinds">Of one of these kinds; drafts have none yet.</param>
/// <param name="Statuses">In one of these states.</param>
/// <param name="Deliveries">Whose delivery came as far as one of these.</param>
/// <param name="Number">With that number.</param>
/// <param name="OverdueOn">That should have been paid before that day and were not.</param>
/// <param name="ResendOverdueOn">That were refused, and should have been sent again before that day and were not.</param>
/// <param name="WithDrafts">Whether drafts are wanted at all.</param>
public sealed record InvoiceFilter(
    CustomerId? CustomerId, YearMonth? Month, IReadOnlyCollection<InvoiceKind> Kinds, IReadOnlyCollection<InvoiceStatus> Statuses,
    IReadOnlyCollection<DeliveryState> Deliveries, string? Number, LocalDate? OverdueOn, LocalDate? ResendOverdueOn, bool WithDrafts);

/// <summary>An invoice in short.</summary>
/// <param name="Id">Its own.</param>
/// <param name="CustomerId">Who owes it.</param>
/// <param name="Month">Whose charges it bills.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="CreatedAt">When it was drafted.</param>
/// <param name="GivesBackId">Of a credit note by which billing gives fees back, the invoice that charged them; null for anything else.</param>
/// <param name="Issued">What was issued; null for a draft.</param>
/// <param name="Version">1, and one more for each change.</param>
public sealed record InvoiceSummary(
    InvoiceId Id, CustomerId CustomerId, YearMonth Month, InvoiceStatus Status, Instant CreatedAt, InvoiceId? GivesBackId, IssuedSummary? Issued,
    int Version);

/// <summary>What was issued, in short.</summary>
/// <param name="Kind">What is owed by it.</param>
/// <param name="Number">As people call it.</param>
/// <param name="IssuedOn">In Rome.</param>
/// <param name="DueOn">Null where nothing is to be paid.</param>
/// <param name="Net">Without VAT.</param>
/// <param name="Total">With VAT.</param>
/// <param name="Open">What is still to be paid.</param>
/// <param name="Delivery">How far it came; null for what does not go to the exchange system.</param>
/// <param name="ResendBy">The last day on which what was refused may be sent again; null where nothing waits to be sent again.</param>
public sealed record IssuedSummary(
    InvoiceKind Kind, InvoiceNumber Number, LocalDate IssuedOn, LocalDate? DueOn, Money Net, Money Total, Money Open, DeliveryState? Delivery,
    LocalDate? ResendBy);
