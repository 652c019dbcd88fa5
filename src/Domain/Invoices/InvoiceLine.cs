using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using NodaTime;

namespace MisterAssist.Domain.Invoices;

/// <summary>A line of an invoice: always a charge, never anything that somebody wrote.</summary>
/// <param name="Number">From 1, in the order in which they stand.</param>
/// <param name="ChargeId">What it bills.</param>
/// <param name="Origin">Where that comes from.</param>
/// <param name="Charged">What it shows; a discount names the line of this invoice that it is taken off.</param>
/// <param name="VatPercent">0 where no VAT is charged to the customer.</param>
/// <param name="Nature">The exchange system's code for why there is no VAT; null where there is.</param>
/// <param name="GivesBack">Of a fee that is given back, the invoice that charged it; null for anything else, and where it stands on none.</param>
/// <param name="ChargedUnder">How VAT was charged on a fee that is given back; null where that is how it is charged to the customer of the document.</param>
public sealed record InvoiceLine(
    int Number, ChargeId ChargeId, ChargeOrigin Origin, ChargedLine Charged, int VatPercent, string? Nature, InvoiceReference? GivesBack = null,
    Taxation? ChargedUnder = null)
{
    /// <summary>Puts charges in order: contracts first, then one work report after the other, each item with its discount after it.</summary>
    /// <param name="charges">What is billed.</param>
    /// <param name="taxation">How VAT is charged.</param>
    /// <param name="asCharged">Of fees that are given back, how they were charged: they are given back in the same way.</param>
    public static IReadOnlyList<InvoiceLine> Of(
        IEnumerable<Charge> charges, Taxation taxation, IReadOnlyDictionary<ChargeId, FeeAsCharged>? asCharged = null)
    {
        var lines = new List<InvoiceLine>();
        var numbers = new Dictionary<(object Source, int Line), int>();
        foreach (var charge in Ordered(charges))
        {
            var (number, origin, charged) = (lines.Count + 1, charge.Origin, charge.Line);
            if (origin is { ReportId: { } report, ReportLine: { } line })
            {
                numbers[(report, line)] = number;
                // An item can be billed again without its discount only if both were credited: then both are here.
                if (charged.Discount is { } discount)
                    charged = charged with { Discount = discount with { OfLine = numbers[(report, discount.OfLine)] } };
            }

            lines.Add(asCharged?.GetValueOrDefault(charge.Id) is { } fee
                ? new(number, charge.Id, origin, charged, fee.VatPercent, fee.Nature, fee.Invoice, fee.Taxation == taxation ? null : fee.Taxation)
                : new(number, charge.Id, origin, charged, taxation.Exemption is null ? charged.VatPercent : 0, taxation.Exemption?.Nature));
        }

        return lines;
    }

    /// <summary>The same with the sign the other way round: what is given back, on a document that gives back.</summary>
    public static IReadOnlyList<InvoiceLine> TurnAround(IReadOnlyList<InvoiceLine> lines) =>
    [
        .. lines.Select(line => line with { Charged = line.Charged with { UnitPrice = -line.Charged.UnitPrice, Amount = -line.Charged.Amount } }),
    ];

    /// <summary>Numbers lines from 1 in the order in which they are, discounts still with their items.</summary>
    public static IReadOnlyList<InvoiceLine> Renumber(IReadOnlyList<InvoiceLine> lines)
    {
        var numbers = lines.Select((line, i) => (line.Number, New: i + 1)).ToDictionary(pair => pair.Number, pair => pair.New);
        return
        [
            .. from line in lines
               let discount = line.Charged.Discount
               select line with
               {
                   Number = numbers[line.Number],
                   Charged = line.Charged with { Discount = discount is null ? null : discount with { OfLine = numbers[discount.OfLine] } },
               },
        ];
    }

    private static IEnumerable<Charge> Ordered(IEnumerable<Charge> charges) =>
        charges
            .OrderBy(charge => charge.Origin.Fee is null)
            .ThenBy(charge => charge.Origin.ContractId?.Value)
            .ThenBy(charge => charge.Origin.Fee?.Number)
            .ThenBy(charge => charge.Origin.ReportNumber?.Year)
            .ThenBy(charge => charge.Origin.ReportNumber?.Count)
            .ThenBy(charge => charge.Origin.ReportLine);
}

/// <summary>How an invoice charged a fee.</summary>
/// <param name="Invoice">That charged it.</param>
/// <param name="VatPercent">Of its line.</param>
/// <param name="Nature">Of its line; null where VAT was charged.</param>
/// <param name="Taxation">Under which it was charged.</param>
public sealed record FeeAsCharged(InvoiceReference Invoice, int VatPercent, string? Nature, Taxation Taxation);

/// <summary>An issued invoice, as another document names it.</summary>
/// <param name="Id">The invoice.</param>
/// <param name="Number">As people call it.</param>
/// <param name="IssuedOn">In Rome.</param>
public sealed record InvoiceReference(InvoiceId Id, InvoiceNumber Number, LocalDate IssuedOn);
