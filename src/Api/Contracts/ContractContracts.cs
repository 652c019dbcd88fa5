using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MisterAssist.Api.Http;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Contracts;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Api.Contracts;

/// <summary>A contract to conclude.</summary>
internal sealed record CreateContractRequest
{
    /// <summary>With whom.</summary>
    public required WireId<CustomerKind> CustomerId { get; init; }

    /// <summary>The code of the plan that it gives: `bronze`, `silver`, `gold`; not `standard`, which needs no contract.</summary>
    [StringLength(PlanCode.MaxLength, MinimumLength = 1)]
    public required string Plan { get; init; }

    /// <summary>The first day, in Rome. It may be over, for a contract that was signed before it is recorded.</summary>
    public required LocalDate StartsOn { get; init; }

    /// <summary>The last day, inclusive; where it is not said, that of a year. At most ten years.</summary>
    public LocalDate? EndsOn { get; init; }

    public CreateContractCommand ToCommand() => new(new(CustomerId.Value), new(Plan), StartsOn, EndsOn);
}

/// <summary>How much longer a contract lasts.</summary>
internal sealed record RenewContractRequest
{
    /// <summary>How many months, counted from the first day of the contract; 12 where it is not said.</summary>
    [Range(1, ContractTerm.MaxMonths)]
    public int? Months { get; init; }

    /// <summary>The code of the plan from the renewal on; the same as before where it is not said.</summary>
    [StringLength(PlanCode.MaxLength, MinimumLength = 1)]
    public string? Plan { get; init; }

    public RenewContractCommand ToCommand(ContractId id, KnownVersion known) =>
        new(id, Months ?? ContractTerm.DefaultMonths, Plan is null ? null : new PlanCode(Plan), known);
}

/// <summary>From when on a contract gives nothing any more.</summary>
internal sealed record TerminateContractRequest
{
    /// <summary>The first day without it, in Rome; today, or where it is not said, means from now on.</summary>
    public LocalDate? FromOn { get; init; }

    /// <summary>Why, in words that the customer can read.</summary>
    [StringLength(Termination.MaxReasonLength, MinimumLength = 1)]
    public required string Reason { get; init; }

    public TerminateContractCommand ToCommand(ContractId id, KnownVersion known) => new(id, FromOn, Reason, known);
}

/// <summary>Another plan under the same contract.</summary>
internal sealed record ChangeContractPlanRequest
{
    /// <summary>The code of the plan: `bronze`, `silver`, `gold`.</summary>
    [StringLength(PlanCode.MaxLength, MinimumLength = 1)]
    public required string Plan { get; init; }

    /// <summary>The day from which it counts, in Rome; today, or where it is not said, means from now on.</summary>
    public LocalDate? FromOn { get; init; }

    public ChangeContractPlanCommand ToCommand(ContractId id, KnownVersion known) => new(id, new(Plan), FromOn, known);
}

/// <summary>A contract as it stands at an instant: now, unless a list was asked for another.</summary>
internal sealed record ContractResponse : IVersioned
{
    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>With whom it is.</summary>
    [StringLength(30)]
    public required string CustomerId { get; init; }

    /// <summary>Where it stands.</summary>
    public required ContractState State { get; init; }

    /// <summary>The code of the plan that it gives; of one that has not begun, the plan that it will begin with.</summary>
    [StringLength(PlanCode.MaxLength)]
    public required string Plan { get; init; }

    /// <summary>The plans that it gave, gives and will give, the first one first.</summary>
    [MaxLength(1000)]
    public required IReadOnlyList<PlanPeriodResponse> Plans { get; init; }

    /// <summary>The first day, in Rome.</summary>
    public required LocalDate StartsOn { get; init; }

    /// <summary>The last day that was agreed on, inclusive, in Rome.</summary>
    public required LocalDate EndsOn { get; init; }

    /// <summary>From when it is in force, inclusive.</summary>
    public required Instant StartsAt { get; init; }

    /// <summary>Until when it is in force, exclusive: the end of its last day, or its termination.</summary>
    public required Instant EndsAt { get; init; }

    /// <summary>That it is ended before its last day; null where it is not.</summary>
    public required TerminationResponse? Termination { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant CreatedAt { get; init; }

    internal long Number { get; init; }

    internal int Period { get; init; }

    string IVersioned.Version => Number.ToString(CultureInfo.InvariantCulture);

    string IVersioned.Moment => string.Create(CultureInfo.InvariantCulture, $"{State}-{Period}");

    public static ContractResponse Of(ContractAt seen)
    {
        var contract = seen.Contract;
        return new()
        {
            Id = contract.Id.ToString(),
            CustomerId = contract.Customer.ToString(),
            State = contract.StateAt(seen.At),
            Plan = contract.PlanAt(seen.At).Value,
            Plans = [.. contract.Plans.Select(PlanPeriodResponse.Of)],
            StartsOn = contract.Term.StartsOn,
            EndsOn = contract.Term.EndsOn,
            StartsAt = contract.StartsAt,
            EndsAt = contract.EndsAt,
            Termination = contract.Termination is { } termination ? TerminationResponse.Of(termination) : null,
            CreatedAt = contract.CreatedAt,
            Number = contract.Version,
            Period = contract.PeriodAt(seen.At),
        };
    }
}

/// <summary>The plan that a contract gives from an instant on, until the next one does.</summary>
internal sealed record PlanPeriodResponse
{
    /// <summary>The code of the plan.</summary>
    [StringLength(PlanCode.MaxLength)]
    public required string Plan { get; init; }

    /// <summary>Inclusive.</summary>
    public required Instant FromAt { get; init; }

    public static PlanPeriodResponse Of(PlanPeriod period) => new() { Plan = period.Plan.Value, FromAt = period.FromAt };
}

/// <summary>That a contract is ended before its last day.</summary>
internal sealed record TerminationResponse
{
    /// <summary>The first day without it, in Rome. Where it was terminated on that very day, some of the day is still within it.</summary>
    public required LocalDate FromOn { get; init; }

    /// <summary>Why, in words.</summary>
    [StringLength(Termination.MaxReasonLength)]
    public required string Reason { get; init; }

    public static TerminationResponse Of(Termination termination) => new() { FromOn = termination.FromOn, Reason = termination.Reason };
}
