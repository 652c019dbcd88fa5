using System.Globalization;
using MisterAssist.Api.WorkReports;
using MisterAssist.Application.Invoices;
using MisterAssist.Application.Shared;

namespace MisterAssist.Api.Invoices;

/// <summary>Reads <c>Invoices:…</c>, and whose invoices they are.</summary>
internal static class InvoiceSettingsSource
{
    private const string PaymentDays = "Invoices:PaymentDays";

    /// <exception cref="SettingsException">The days are no number, or too many.</exception>
    public static InvoiceSettings From(IConfiguration configuration)
    {
        var text = configuration[PaymentDays];
        if (string.IsNullOrWhiteSpace(text))
            return new(IssuerSource.From(configuration), InvoiceSettings.UsualPaymentDays);

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= InvoiceSettings.LongestPaymentDays
            ? new(IssuerSource.From(configuration), days)
            : throw new SettingsException($"{PaymentDays} is '{text}': a whole number of days from 0 to {InvoiceSettings.LongestPaymentDays} is needed.");
    }
}
