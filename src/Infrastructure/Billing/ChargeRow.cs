using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Invoices;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Billing;

internal sealed class ChargeRow
{
    public required string Id { get; init; }

    public required string CustomerId { get; init; }

    public required string AccruedOn { get; init; }

    public string? ReportId { get; init; }

    public int? ReportLine { get; init; }

    public string? ReportNumber { get; init; }

    public string? ContractId { get; init; }

    public int? FeeNumber { get; init; }

    public string? Fee { get; init; }

    public long Amount { get; init; }

    public required string Line { get; init; }

    public static ChargeRow From(Charge charge) => new()
    {
        Id = DbText.From(charge.Id.Value),
        CustomerId = DbText.From(charge.CustomerId.Value),
        AccruedOn = DbText.From(charge.AccruedOn),
        ReportId = DbText.From(charge.Origin.ReportId?.Value),
        ReportLine = charge.Origin.ReportLine,
        ReportNumber = charge.Origin.ReportNumber?.ToString(),
        ContractId = DbText.From(charge.Origin.ContractId?.Value),
        FeeNumber = charge.Origin.Fee?.Number,
        Fee = DomainJson.ToTextOrNull(charge.Origin.Fee),
        Amount = charge.Line.Amount.Cents,
        Line = DomainJson.ToText(charge.Line),
    };

    public Charge ToCharge() => new(
        new(DbText.ToId(Id)),
        new(DbText.ToId(CustomerId)),
        new(
            ReportId is null ? null : new(DbText.ToId(ReportId)),
            ReportNumber is null ? null : Domain.WorkReports.ReportNumber.Parse(ReportNumber),
            ReportLine,
            ContractId is null ? null : new(DbText.ToId(ContractId)),
            DomainJson.FromTextOrNull<ContractFee>(Fee)),
        DbText.ToDate(AccruedOn),
        DomainJson.FromText<ChargedLine>(Line));
}

internal sealed class FeeRow
{
    public required string ContractId { get; init; }

    public required string Fee { get; init; }

    public required bool IsWaived { get; init; }
}

internal sealed class StandingFeeRow
{
    public required string ChargeId { get; init; }

    public required string ContractId { get; init; }

    public required string Fee { get; init; }

    public required string InvoiceId { get; init; }

    public string? Number { get; init; }

    public StandingFee ToFee() => new(
        new(DbText.ToId(ContractId)),
        DomainJson.FromText<ContractFee>(Fee),
        new(DbText.ToId(ChargeId)),
        new(DbText.ToId(InvoiceId)),
        Number is null ? null : InvoiceNumber.Parse(Number));
}
