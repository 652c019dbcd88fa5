using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using NodaTime.Text;

namespace MisterAssist.Domain.Billing;

/// <summary>What is charged, as an invoice shows it.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Description">As the customer reads it.</param>
/// <param name="Quantity">In <paramref name="Unit"/>s; 1 for discounts and fees.</param>
/// <param name="Unit">Of the quantity.</param>
/// <param name="UnitPrice">Without VAT: of a piece, or of an hour where the unit is a minute.</param>
/// <param name="Amount">Without VAT, rounded to the cent; negative for what is taken off or given back.</param>
/// <param name="VatPercent">Unless the customer is charged none.</param>
/// <param name="Discount">What it takes off which line of the same origin; null for anything else.</param>
public sealed record ChargedLine(
    ChargedKind Kind, LocalizedText Description, long Quantity, QuantityUnit Unit, Money UnitPrice, Money Amount, int VatPercent, LineDiscount? Discount)
{
    private static readonly LocalDatePattern Italian = LocalDatePattern.CreateWithInvariantCulture("dd/MM/uuuu");
    private static readonly LocalDatePattern English = LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu");

    public static ChargedLine Of(ReportLine line) => new(
        KindOf(line.Kind), line.Description, line.Quantity, line.Unit, line.UnitPrice, line.Amount, line.VatPercent, line.Discount);

    public static ChargedLine Of(ContractFee fee, LocalizedText planName)
    {
        var (from, to) = (fee.From, fee.To.PlusDays(-1));
        var isWhole = fee.Days == fee.Year.Days;
        var (partIt, partEn) = isWhole ? ("", "") : ($", {fee.Days} giorni su {fee.Year.Days}", $", {fee.Days} days of {fee.Year.Days}");
        return new(
            fee.IsCredit ? ChargedKind.ContractFeeCredit : ChargedKind.ContractFee,
            new(
                $"{(fee.IsCredit ? "Storno canone" : "Canone")} del piano {planName.It} dal {Italian.Format(from)} al {Italian.Format(to)}{partIt}",
                $"{(fee.IsCredit ? "Fee given back" : "Fee")} of the {planName.En} plan from {English.Format(from)} to {English.Format(to)}{partEn}"),
            1, QuantityUnit.Piece, fee.Amount, fee.Amount, fee.Price.VatPercent, null);
    }

    private static ChargedKind KindOf(ReportLineKind kind) => kind switch
    {
        ReportLineKind.CallOut => ChargedKind.CallOut,
        ReportLineKind.Labour => ChargedKind.Labour,
        ReportLineKind.Surcharge => ChargedKind.Surcharge,
        ReportLineKind.Part => ChargedKind.Part,
        ReportLineKind.Discount => ChargedKind.Discount,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

/// <summary>What is charged.</summary>
public enum ChargedKind
{
    /// <summary>That a technician came.</summary>
    CallOut,

    /// <summary>The time of a technician.</summary>
    Labour,

    /// <summary>For labour outside the hours of the plan.</summary>
    Surcharge,

    /// <summary>A part that was fitted.</summary>
    Part,

    /// <summary>What is taken off an item.</summary>
    Discount,

    /// <summary>Days of a contract.</summary>
    ContractFee,

    /// <summary>Days of a contract that were charged before and are given back.</summary>
    ContractFeeCredit,
}
