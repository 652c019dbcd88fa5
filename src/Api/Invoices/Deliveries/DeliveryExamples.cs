namespace MisterAssist.Api.Invoices.Deliveries;

/// <summary>What the documentation shows: the invoice of October on its way.</summary>
internal static class DeliveryExamples
{
    public const string File = "<?xml version=\"1.0\" encoding=\"utf-8\"?><p:FatturaElettronica versione=\"FPR12\" />";

    public static RejectInvoiceRequest RejectRequest { get; } = new() { Code = "00311", Message = "CodiceDestinatario non valido." };
}
