using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Events;
using MisterAssist.Api.Parts;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions.Parts;
using MisterAssist.Domain.Parts;
using NodaTime;

namespace MisterAssist.Api.Interventions.Parts;

/// <summary>A part to fit.</summary>
internal sealed record FitPartRequest
{
    /// <summary>In the catalogue.</summary>
    public required WireId<PartKind> PartId { get; init; }

    /// <summary>How many.</summary>
    [Range(1, FittedPart.MaxQuantity)]
    public required int Quantity { get; init; }
}

/// <summary>What the customer says to a part.</summary>
internal sealed record DecidePartRequest
{
    /// <summary>Why, if the customer wants to say so.</summary>
    [StringLength(TicketWords.MaxLength, MinimumLength = 1)]
    public string? Reason { get; init; }
}

/// <summary>A part that an intervention fits, at the price of the catalogue when it was put down.</summary>
internal sealed record FittedPartResponse
{
    /// <summary>Its number within the intervention, from 1.</summary>
    [Range(1, int.MaxValue)]
    public required int Number { get; init; }

    /// <summary>In the catalogue.</summary>
    [StringLength(30)]
    public required string PartId { get; init; }

    /// <summary>What people order it by.</summary>
    [StringLength(PartDetails.MaxCodeLength)]
    public required string Code { get; init; }

    public required LocalizedTextResponse Name { get; init; }

    /// <summary>How many.</summary>
    [Range(1, FittedPart.MaxQuantity)]
    public required int Quantity { get; init; }

    /// <summary>Without VAT.</summary>
    public required MoneyResponse UnitPrice { get; init; }

    /// <summary>Whether the customer agrees to it.</summary>
    public required PartState State { get; init; }

    /// <summary>When the customer was asked; null where nobody had to be.</summary>
    public Instant? AskedAt { get; init; }

    /// <summary>What the customer was asked; null where nobody had to be.</summary>
    public LocalizedTextResponse? Question { get; init; }

    /// <summary>Who decided; null while nobody has.</summary>
    public ActorResponse? DecidedBy { get; init; }

    /// <summary>When; null while nobody has decided.</summary>
    public Instant? DecidedAt { get; init; }

    /// <summary>Why; null where the customer did not say.</summary>
    [StringLength(TicketWords.MaxLength)]
    public string? Reason { get; init; }

    public static FittedPartResponse Of(FittedPart part)
    {
        var (approval, decision) = (part.Approval, part.Approval?.Decision);
        return new()
        {
            Number = part.Number,
            PartId = part.Item.Id.ToString(),
            Code = part.Item.Code,
            Name = LocalizedTextResponse.Of(part.Item.Name),
            Quantity = part.Quantity,
            UnitPrice = MoneyResponse.Of(part.Item.UnitPrice),
            State = part.State,
            AskedAt = approval?.AskedAt,
            Question = approval is null ? null : LocalizedTextResponse.Of(approval.Text),
            DecidedBy = decision is null ? null : ActorResponse.Of(decision.By),
            DecidedAt = decision?.At,
            Reason = decision?.Reason,
        };
    }
}
