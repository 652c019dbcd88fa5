using MisterAssist.Api.Shared;
using MisterAssist.Api.WorkReports;
using MisterAssist.Application.Invoices;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Invoices;

namespace MisterAssist.Api.Invoices;

/// <summary>Reads <c>Invoices:…</c>, whose invoices they are, and where payments go.</summary>
internal static class InvoiceSettingsSource
{
    private const string Iban = "Company:Iban";

    /// <exception cref="SettingsException">A setting cannot be read.</exception>
    public static InvoiceSettings From(IConfiguration configuration) => new(
        IssuerSource.From(configuration),
        new(
            configuration.GetSection("Invoices").Number("PaymentDays", PaymentTerms.UsualDays, 0, PaymentTerms.LongestDays),
            string.IsNullOrWhiteSpace(configuration[Iban]) ? null : Read(configuration[Iban]!)));

    private static Iban Read(string iban) => Domain.Invoices.Iban.Find(iban) ?? throw new SettingsException($"{Iban} is no IBAN.");
}
