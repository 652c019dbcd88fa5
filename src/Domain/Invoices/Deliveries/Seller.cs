using MisterAssist.Domain.Customers;

namespace MisterAssist.Domain.Invoices.Deliveries;

/// <summary>What the files for the exchange system say of the company, on the day on which an invoice is issued.</summary>
/// <param name="Name">As the trade register has it.</param>
/// <param name="VatNumber">Italian, 11 digits.</param>
/// <param name="TaxCode">Null where none is set.</param>
/// <param name="TaxRegime">The exchange system's code (<c>RegimeFiscale</c>).</param>
/// <param name="Seat">Where the company is registered.</param>
/// <param name="Iban">Where payments go, without spaces; null where none is set.</param>
/// <param name="TransmitterId">The tax code of whoever hands the files over: their names begin with it.</param>
public sealed record Seller(
    string Name, string VatNumber, string? TaxCode, string TaxRegime, PostalAddress Seat, string? Iban, string TransmitterId);
