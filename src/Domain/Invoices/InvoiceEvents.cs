namespace MisterAssist.Domain.Invoices;

/// <summary>The types of what happens to invoices.</summary>
public static class InvoiceEvents
{
    public const string Drafted = "invoice.drafted";
    public const string Extended = "invoice.extended";
    public const string Discarded = "invoice.discarded";
    public const string Issued = "invoice.issued";
    public const string Credited = "invoice.credited";
    public const string SetOff = "invoice.set_off";
    public const string SetOffUndone = "invoice.set_off_undone";
    public const string PaymentTaken = "invoice.payment_taken";
    public const string PaymentReversed = "invoice.payment_reversed";
    public const string Sent = "invoice.sent";
    public const string Delivered = "invoice.delivered";
    public const string Rejected = "invoice.rejected";
    public const string Prepared = "invoice.prepared_again";
}
