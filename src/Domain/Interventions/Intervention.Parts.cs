using System.Globalization;
using MisterAssist.Domain.Interventions.Parts;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Domain.Interventions;

/// <content>What it fits.</content>
public sealed partial class Intervention
{
    /// <summary>The most kinds of parts.</summary>
    public const int MaxParts = 100;

    /// <summary>Puts down a part. The customer is asked where the unit price is above the limit, or where it wants to be asked about any.</summary>
    /// <param name="item">In the catalogue.</param>
    /// <param name="quantity">At least one.</param>
    /// <param name="smallPartLimit">The highest unit price of a small part, inclusive.</param>
    /// <param name="askBeforeAny">Whether the customer wants to be asked before any part.</param>
    /// <param name="on">Who, and when.</param>
    /// <exception cref="BusinessException">It was called off, or a work report stands on it.</exception>
    public FittedPart Fit(CatalogueItem item, int quantity, Money smallPartLimit, bool askBeforeAny, Deed on)
    {
        on.Actor.RefuseUnlessStaff("fit parts");
        _state.RefuseUnlessLegal(InterventionMove.Correct);
        if (_state.Parts.Count >= MaxParts)
            throw InterventionErrors.TooManyParts(MaxParts);

        var approval = askBeforeAny || item.UnitPrice > smallPartLimit ? new PartApproval(on.At, Question(item, quantity), null) : null;
        var fitted = new FittedPart(_state.PartsPutDown + 1, item, quantity, approval);
        Conclude(
            _state with { Parts = [.. _state.Parts, fitted], PartsPutDown = fitted.Number }, approval is null ? InterventionEvents.PartFitted : InterventionEvents.PartApprovalAsked,
            on, [new("part", null, Text(fitted.Number)), new("code", null, item.Code)]);
        return fitted;
    }

    /// <summary>Takes a part back.</summary>
    /// <exception cref="BusinessException">There is no such part, or a work report stands on the intervention.</exception>
    public void Remove(int number, Deed on)
    {
        on.Actor.RefuseUnlessStaff("fit parts");
        var part = PartOf(number);
        _state.RefuseUnlessLegal(InterventionMove.Correct);

        Conclude(
            _state with { Parts = [.. _state.Parts.Where(other => other.Number != number)] }, InterventionEvents.PartRemoved, on,
            [new("part", Text(part.Number), null), new("code", part.Item.Code, null)]);
    }

    /// <summary>The customer agrees to a part, or does not.</summary>
    /// <exception cref="BusinessException">Somebody else decides, nobody had to be asked, or it was decided already.</exception>
    public void Decide(int number, bool isApproved, string? reason, Deed on)
    {
        if (on.Actor.Kind != ActorKind.Customer)
            throw InterventionErrors.CustomersDecide();
        var part = PartOf(number);
        if (part.Approval is not { } approval)
            throw InterventionErrors.NothingToDecide();
        if (approval.Decision is not null)
            throw InterventionErrors.DecidedAlready();
        _state.RefuseUnlessLegal(InterventionMove.Correct);

        var decided = part with { Approval = approval with { Decision = new(isApproved, on.Actor, on.At, reason) } };
        Conclude(
            _state with { Parts = [.. _state.Parts.Select(other => other.Number == number ? decided : other)] },
            isApproved ? InterventionEvents.PartApproved : InterventionEvents.PartDeclined, on, [new("part", null, Text(part.Number)), new("code", null, part.Item.Code)],
            reason);
    }

    private LocalizedText Question(CatalogueItem part, int quantity)
    {
        var (price, total) = (part.UnitPrice, part.UnitPrice.Times(quantity));
        var (it, en) = _state.IsFree
            ? (". Non vi viene addebitato nulla.", ". Nothing is charged for it.")
            : ($" più IVA {part.VatPercent}%.", $" plus {part.VatPercent}% VAT.");
        return new(
            $"{part.Name.It}: {quantity} × {price} EUR, in tutto {total} EUR{it} Siete d'accordo?",
            $"{part.Name.En}: {quantity} × {price} EUR, in all {total} EUR{en} Do you agree?");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private FittedPart PartOf(int number) =>
        _state.Parts.FirstOrDefault(part => part.Number == number) ?? throw InterventionErrors.PartNotFound();
}
