using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Api.Sla.Plans;

/// <summary>What a plan decides about interventions where the service charter leaves it open; the usual for what is not said.</summary>
internal sealed record WorkTermsRequest
{
    /// <summary>What is taken off call-out and labour for each started `lateStep` of delay: a percentage, usually 20.</summary>
    [Range(1, 100)]
    public int? LatePercent { get; init; }

    /// <summary>In working time of the plan's coverage: usually an hour, from a minute to 24 hours.</summary>
    public Duration? LateStep { get; init; }

    /// <summary>For how many days after an intervention a customer may say that it did not solve the problem: usually 15.</summary>
    [Range(0, 365)]
    public int? ContestDays { get; init; }

    /// <summary>Parts up to this unit price, inclusive and without VAT, are fitted without asking: usually 50 euro.</summary>
    public MoneyRequest? SmallPartLimit { get; init; }

    /// <summary>Whether work that the plan includes includes the call-out for it: usually it does.</summary>
    public bool? CallOutIncluded { get; init; }

    /// <summary>Whether a call-out is charged where nobody was there: usually not.</summary>
    public bool? ChargesWastedCallOut { get; init; }

    public GivenWorkTerms ToGiven() => new(
        LatePercent, LateStep, ContestDays, SmallPartLimit?.Amount, CallOutIncluded, ChargesWastedCallOut);
}

/// <summary>What a plan decides about interventions.</summary>
internal sealed record WorkTermsResponse
{
    /// <summary>What is taken off call-out and labour for each started `lateStep` of delay, in percent.</summary>
    [Range(1, 100)]
    public required int LatePercent { get; init; }

    /// <summary>In working time of the plan's coverage.</summary>
    public required Duration LateStep { get; init; }

    /// <summary>For how many days after the one on which an intervention ended, in Rome, it may be contested.</summary>
    [Range(0, 365)]
    public required int ContestDays { get; init; }

    /// <summary>Parts up to this unit price, inclusive and without VAT, are fitted without asking.</summary>
    public required MoneyResponse SmallPartLimit { get; init; }

    /// <summary>Whether work that the plan includes includes the call-out for it.</summary>
    public required bool CallOutIncluded { get; init; }

    /// <summary>Whether a call-out is charged where nobody was there.</summary>
    public required bool ChargesWastedCallOut { get; init; }

    public static WorkTermsResponse Of(WorkTerms work) => new()
    {
        LatePercent = work.LatePercent,
        LateStep = work.LateStep,
        ContestDays = work.ContestDays,
        SmallPartLimit = MoneyResponse.Of(work.SmallPartLimit),
        CallOutIncluded = work.CallOutIncluded,
        ChargesWastedCallOut = work.ChargesWastedCallOut,
    };
}
