using MisterAssist.Api.Customers;
using MisterAssist.Api.Shared;
using MisterAssist.Domain.Contracts;
using NodaTime;

namespace MisterAssist.Api.Contracts;

/// <summary>What the documentation shows: a year of Silver.</summary>
internal static class ContractExamples
{
    private static readonly LocalDate FirstDay = new(2026, 12, 1);

    private static readonly Instant FirstInstant = ContractTerm.MidnightOf(FirstDay);

    public static CreateContractRequest CreateRequest { get; } = new()
    {
        CustomerId = WireId<CustomerKind>.Parse(CustomerExamples.Id, null),
        Plan = "silver",
        StartsOn = FirstDay,
    };

    public static RenewContractRequest RenewRequest { get; } = new() { Months = 12, Plan = "gold" };

    public static TerminateContractRequest TerminateRequest { get; } = new()
    {
        FromOn = new(2027, 3, 1),
        Reason = "Chiusura dell'attività.",
    };

    public static ChangeContractPlanRequest ChangePlanRequest { get; } = new() { Plan = "gold", FromOn = new(2027, 2, 1) };

    public static ContractResponse Contract { get; } = new()
    {
        Id = "con_01kaj3b6q0e1r8v5x2m9t4c7hw",
        CustomerId = CustomerExamples.Id,
        State = ContractState.Upcoming,
        Plan = "silver",
        Plans = [new() { Plan = "silver", FromAt = FirstInstant }],
        StartsOn = FirstDay,
        EndsOn = new(2027, 11, 30),
        StartsAt = FirstInstant,
        EndsAt = ContractTerm.MidnightOf(new(2027, 12, 1)),
        Termination = null,
        CreatedAt = CustomerExamples.CreatedAt,
    };

    public static ContractResponse Renewed { get; } = Contract with
    {
        Plans = [.. Contract.Plans, new() { Plan = "gold", FromAt = Contract.EndsAt }],
        EndsOn = new(2028, 11, 30),
        EndsAt = ContractTerm.MidnightOf(new(2028, 12, 1)),
    };

    public static ContractResponse Terminated { get; } = Contract with
    {
        EndsAt = ContractTerm.MidnightOf(TerminateRequest.FromOn!.Value),
        Termination = new() { FromOn = TerminateRequest.FromOn!.Value, Reason = TerminateRequest.Reason },
    };

    public static ContractResponse Changed { get; } = Contract with
    {
        Plans = [.. Contract.Plans, new() { Plan = "gold", FromAt = ContractTerm.MidnightOf(ChangePlanRequest.FromOn!.Value) }],
    };

    public static PageResponse<ContractResponse> Page { get; } = new() { Data = [Contract], NextCursor = null };
}
