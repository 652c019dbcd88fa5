using MisterAssist.Api.Shared;
using MisterAssist.Api.WorkReports;
using MisterAssist.Application.Invoices;
using MisterAssist.Application.Shared;

namespace MisterAssist.Api.Invoices;

/// <summary>Reads <c>Invoices:…</c>, and whose invoices they are.</summary>
internal static class InvoiceSettingsSource
{
    /// <exception cref="SettingsException">A setting cannot be read.</exception>
    public static InvoiceSettings From(IConfiguration configuration) => new(
        IssuerSource.From(configuration),
        configuration.GetSection("Invoices").Number("PaymentDays", InvoiceSettings.UsualPaymentDays, 0, InvoiceSettings.LongestPaymentDays));
}
