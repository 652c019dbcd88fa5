namespace MisterAssist.Api.Invoices.Deliveries;

/// <summary>What the documentation shows: the invoice of October on its way.</summary>
internal static class DeliveryExamples
{
    public static RejectInvoiceRequest RejectRequest { get; } = new() { Code = "00311", Message = "CodiceDestinatario non valido." };
}
