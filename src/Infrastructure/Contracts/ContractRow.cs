using MisterAssist.Domain.Contracts;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Contracts;

internal sealed class ContractRow
{
    public required string Id { get; init; }

    public required string CustomerId { get; init; }

    public required string StartsOn { get; init; }

    public required string EndsOn { get; init; }

    public required string CountedFrom { get; init; }

    public string StartsAt { get; private init; } = "";

    public string EndsAt { get; private init; } = "";

    public string? TerminatedFrom { get; init; }

    public string? TerminatedAt { get; init; }

    public string? TerminationReason { get; init; }

    public required string CreatedAt { get; init; }

    public required long Version { get; init; }

    public static ContractRow From(Contract contract) => new()
    {
        Id = DbText.From(contract.Id.Value),
        CustomerId = DbText.From(contract.Customer.Value),
        StartsOn = DbText.From(contract.Term.StartsOn),
        EndsOn = DbText.From(contract.Term.EndsOn),
        CountedFrom = DbText.From(contract.Term.CountedFrom),
        StartsAt = DbText.From(contract.StartsAt),
        EndsAt = DbText.From(contract.EndsAt),
        TerminatedFrom = contract.Termination is { } termination ? DbText.From(termination.FromOn) : null,
        TerminatedAt = DbText.From(contract.Termination?.At),
        TerminationReason = contract.Termination?.Reason,
        CreatedAt = DbText.From(contract.CreatedAt),
        Version = contract.Version,
    };

    public Contract ToContract(IEnumerable<PlanPeriodRow> plans) => Contract.FromState(
        new(DbText.ToId(Id)),
        new(DbText.ToId(CustomerId)),
        ContractTerm.FromState(DbText.ToDate(StartsOn), DbText.ToDate(EndsOn), DbText.ToDate(CountedFrom)),
        TerminatedFrom is null ? null : new(DbText.ToDate(TerminatedFrom), DbText.ToInstant(TerminatedAt!), TerminationReason!),
        [.. plans.Select(plan => plan.ToPeriod())],
        DbText.ToInstant(CreatedAt),
        Version);
}

internal sealed class PlanPeriodRow
{
    public required string ContractId { get; init; }

    public required string FromAt { get; init; }

    public required string PlanCode { get; init; }

    public string? AppliedAt { get; init; }

    public static PlanPeriodRow From(ContractId contract, PlanPeriod period) => new()
    {
        ContractId = DbText.From(contract.Value),
        FromAt = DbText.From(period.FromAt),
        PlanCode = period.Plan.Value,
        AppliedAt = DbText.From(period.AppliedAt),
    };

    public PlanPeriod ToPeriod() => new(new(PlanCode), DbText.ToInstant(FromAt), DbText.ToInstantOrNull(AppliedAt));
}
