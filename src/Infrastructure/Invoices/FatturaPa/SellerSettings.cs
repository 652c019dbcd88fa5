using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Infrastructure.Invoices.FatturaPa;

/// <summary>Reads <c>Company:…</c>: whose electronic invoices these are.</summary>
internal static partial class SellerSettings
{
    private const string OrdinaryRegime = "RF01";

    /// <exception cref="SettingsException">With everything that is missing or wrong, in a line.</exception>
    public static Seller From(IConfiguration configuration)
    {
        var company = configuration.GetSection("Company");
        var faults = new List<string>();
        var name = Needed("Name");
        var vatNumber = Read("VatNumber", Needed("VatNumber"), text => VatNumber.Create(text, CountryCode.Italy));
        var taxCode = Read("TaxCode", Said("TaxCode"), TaxCode.Create);
        var regime = Shaped("TaxRegime", Said("TaxRegime") ?? OrdinaryRegime, text => Regime().IsMatch(text), "must be one of RF01 to RF19, without RF03");
        var (street, postalCode, city) = (Needed("Seat:Street"), Needed("Seat:PostalCode"), Needed("Seat:City"));
        var seat = Read("Seat", street is null || postalCode is null ? null : city, _ => PostalAddress.Create(
            street!, postalCode!, city!, Said("Seat:Province"), CountryCode.Create(Said("Seat:Country") ?? "IT", "Country"), "Seat"));
        var iban = Shaped("Iban", Compact("Iban"), text => Domain.Invoices.Iban.Find(text) is not null, "is no IBAN");
        var transmitter = Shaped("TransmitterId", Compact("TransmitterId"), text => Identifier().IsMatch(text), "must have 11 digits or 16 characters");

        return faults.Count == 0
            ? new(name!, vatNumber!.Value, taxCode?.Value, regime!, seat!, iban, transmitter ?? taxCode?.Value ?? vatNumber.Value)
            : throw new SettingsException($"Electronic invoices cannot be written: {string.Join("; ", faults)}.");

        string? Said(string setting) => string.IsNullOrWhiteSpace(company[setting]) ? null : company[setting]!.Trim();

        string? Compact(string setting) => Said(setting)?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

        string? Needed(string setting)
        {
            if (Said(setting) is { } said)
                return said;

            faults.Add($"Company:{setting} is missing");
            return null;
        }

        string? Shaped(string setting, string? said, Predicate<string> isOne, string otherwise)
        {
            if (said is not null && !isOne(said))
                faults.Add($"Company:{setting} {otherwise}");
            return said;
        }

        T? Read<T>(string setting, string? said, Func<string, T> read)
            where T : class
        {
            try
            {
                return said is null ? null : read(said);
            }
            catch (BusinessException wrong)
            {
                faults.Add($"Company:{setting}: {wrong.Message.TrimEnd('.')}");
                return null;
            }
        }
    }

    [GeneratedRegex(@"\ARF(01|02|0[4-9]|1[0-9])\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Regime();

    [GeneratedRegex(@"\A([0-9]{11}|[A-Z0-9]{16})\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identifier();
}
