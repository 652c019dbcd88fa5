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
public sealed record InvoiceLine(int Number, ChargeId ChargeId, ChargeOrigin Origin, ChargedLine Charged, int VatPercent, string? Nature)
{
    /// <summary>Puts charges in order: contracts first, then one work report after the other, each item with its discount after it.</summary>
    /// <param name="charges">What is billed.</param>
    /// <param name="taxation">How VAT is charged.</param>
    public static IReadOnlyList<InvoiceLine> Of(IEnumerable<Charge> charges, Taxation taxation)
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

            lines.Add(new(number, charge.Id, origin, charged, taxation.Exemption is null ? charged.VatPercent : 0, taxation.Exemption?.Nature));
        }

        return lines;
    }

    /// <summary>What is given back of fees, on a document that gives back: with the sign the other way round, and taxed as the fees were.</summary>
    /// <param name="credits">What is given back.</param>
    /// <param name="charged">The lines of the invoice that charged it.</param>
    public static IReadOnlyList<InvoiceLine> GivenBack(IEnumerable<Charge> credits, IReadOnlyList<InvoiceLine> charged) =>
    [
        .. from credit in Ordered(credits).Select((charge, i) => (Number: i + 1, charge.Id, charge.Origin, charge.Line))
           let fee = FeeOf(credit.Origin, charged) ?? throw new InvalidOperationException("A fee is credited only where nothing gives it back.")
           let line = credit.Line with { UnitPrice = -credit.Line.UnitPrice, Amount = -credit.Line.Amount }
           select new InvoiceLine(credit.Number, credit.Id, credit.Origin, line, fee.VatPercent, fee.Nature),
    ];

    /// <summary>Of lines, that of the fee of which something gives days back; null where it is not among them, or nothing is given back.</summary>
    public static InvoiceLine? FeeOf(ChargeOrigin origin, IReadOnlyList<InvoiceLine> lines)
    {
        var ofContract = lines.Where(line => line.Origin.ContractId == origin.ContractId && line.Origin.Fee is not null).ToList();
        var fee = origin.Fee?.GivenBackOf(ofContract.Select(line => line.Origin.Fee!));
        return fee is null ? null : ofContract.Find(line => line.Origin.Fee == fee);
    }

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

/// <summary>An issued invoice, as another document names it.</summary>
/// <param name="Id">The invoice.</param>
/// <param name="Number">As people call it.</param>
/// <param name="IssuedOn">In Rome.</param>
public sealed record InvoiceReference(InvoiceId Id, InvoiceNumber Number, LocalDate IssuedOn);
