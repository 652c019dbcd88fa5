using System.Runtime.InteropServices;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Invoices.Exports;

/// <summary>Reads what was issued, as it stands in the books.</summary>
public interface IIssuedInvoiceReader
{
    /// <summary>Of customers within reach, by date and number, from a place on, inclusive; null to begin with the first.</summary>
    Task<IReadOnlyList<IssuedInvoice>> ListAsync(AskedPeriod asked, CustomerReach reach, int limit, InvoicePlace? from, CancellationToken ct);
}

/// <summary>Where an invoice stands in the books.</summary>
/// <param name="IssuedOn">In Rome.</param>
/// <param name="Number">As people call it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct InvoicePlace(LocalDate IssuedOn, string Number);

/// <summary>An invoice, a credit note or a statement in the books.</summary>
/// <param name="Id">Its own.</param>
/// <param name="Content">All that it says: that never changes.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="DueOn">The last day on which it is paid in time; null where nothing is to be paid.</param>
/// <param name="Credited">What credit notes took off what is to be paid.</param>
/// <param name="Paid">What came in.</param>
/// <param name="Delivery">How far it came; null for statements.</param>
public sealed record IssuedInvoice(
    InvoiceId Id, InvoiceContent Content, InvoiceStatus Status, LocalDate? DueOn, Money Credited, Money Paid, DeliveryState? Delivery)
{
    /// <summary>What is still to be paid to us; zero for what is no invoice.</summary>
    public Money Open => Content.Kind == InvoiceKind.Invoice ? Content.Payable - Credited - Paid : Money.Zero;

    public InvoicePlace Place => new(Content.IssuedOn!.Value, Content.Number!.Value.ToString());
}

/// <summary>A line of an issued invoice.</summary>
/// <param name="Of">On which it stands.</param>
/// <param name="Line">What it says.</param>
public sealed record IssuedLine(IssuedInvoice Of, InvoiceLine Line)
{
    public LinePlace Place => new(Of.Place, Line.Number);
}

/// <summary>Where a line stands in the books.</summary>
/// <param name="Invoice">Where its invoice does.</param>
/// <param name="Line">Its number there.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LinePlace(InvoicePlace Invoice, int Line);
