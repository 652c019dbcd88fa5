using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using NodaTime;

namespace MisterAssist.Domain.Billing;

/// <summary>Something that a customer owes, or is given back, until an invoice takes it: a line of a work report, or days of a contract.</summary>
/// <remarks>Nothing else becomes a line of an invoice, and each becomes one once; where that line is credited, it can become one again.</remarks>
/// <param name="Id">Its own.</param>
/// <param name="CustomerId">Who owes it.</param>
/// <param name="Origin">Where it comes from: there is one charge of each.</param>
/// <param name="AccruedOn">The day in Rome on which it arose: the month of that day, or a later one, bills it.</param>
/// <param name="Line">As the invoice will show it.</param>
public sealed record Charge(ChargeId Id, CustomerId CustomerId, ChargeOrigin Origin, LocalDate AccruedOn, ChargedLine Line)
{
    /// <summary>What an issued work report charges, line by line; free lines too.</summary>
    public static IReadOnlyList<Charge> Of(WorkReportState report)
    {
        var issued = report.Issued!;
        return
        [
            .. issued.Content.Lines.Select(line => new Charge(
                ChargeId.New(issued.At), report.CustomerId, ChargeOrigin.Of(report.Id, issued.Number, line.Number),
                issued.At.InZone(Company.Zone).Date, ChargedLine.Of(line))),
        ];
    }

    /// <summary>What a contract owes for some of its days.</summary>
    public static Charge Of(Contract contract, ContractFee fee, LocalizedText planName, Instant at) => new(
        ChargeId.New(at), contract.Customer, ChargeOrigin.Of(contract.Id, fee), fee.From, ChargedLine.Of(fee, planName));
}

/// <summary>Where a charge comes from: a line of a work report, or a fee of a contract.</summary>
/// <param name="ReportId">Null for a fee.</param>
/// <param name="ReportNumber">Null for a fee.</param>
/// <param name="ReportLine">Null for a fee.</param>
/// <param name="ContractId">Null for work.</param>
/// <param name="Fee">Null for work.</param>
public sealed record ChargeOrigin(WorkReportId? ReportId, ReportNumber? ReportNumber, int? ReportLine, ContractId? ContractId, ContractFee? Fee)
{
    public static ChargeOrigin Of(WorkReportId report, ReportNumber number, int line) => new(report, number, line, null, null);

    public static ChargeOrigin Of(ContractId contract, ContractFee fee) => new(null, null, null, contract, fee);
}
