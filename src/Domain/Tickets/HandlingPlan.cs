using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Sla.Plans;

namespace MisterAssist.Domain.Tickets;

/// <summary>The plan by which a ticket is handled.</summary>
/// <param name="ContractId">The contract that gives it; null for Standard.</param>
/// <param name="Version">In which version.</param>
/// <param name="Precedence">Of its customers in the queue: lower comes first.</param>
public sealed record HandlingPlan(ContractId? ContractId, PlanVersion Version, int Precedence)
{
    private const int WithoutContract = 1000;

    /// <summary>Contract customers come before others, and of their plans the higher first.</summary>
    /// <param name="needsContract">Whether the plan is one of contracts.</param>
    /// <param name="rank">Of the plan, from 1; higher plans have higher ranks.</param>
    public static int PrecedenceOf(bool needsContract, int rank) => needsContract ? WithoutContract - rank : WithoutContract;

    internal TicketTerms TermsFor(Urgency urgency) =>
        new(ContractId, Version.Plan, Version.Number, Precedence, Version.Terms.Targets.HandledAs(urgency));
}
