using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Domain.Invoices;

/// <content>How it is handed to the exchange system.</content>
public sealed partial class Invoice
{
    /// <summary>The file was handed over.</summary>
    /// <param name="file">As it was.</param>
    /// <param name="on">Who tells, and when.</param>
    /// <exception cref="BusinessException">It has no file, or that was handed over already.</exception>
    public void Send(string file, Deed on)
    {
        var last = RequireDelivery(on, DeliveryState.NotSent);

        Replace(last with { State = DeliveryState.Sent, SentAt = on.At, File = file }, InvoiceEvents.Sent, on);
    }

    /// <summary>The exchange system delivered it.</summary>
    /// <exception cref="BusinessException">It was not sent, or was answered already.</exception>
    public void Deliver(Deed on)
    {
        var last = RequireDelivery(on, DeliveryState.Sent);

        Replace(last with { State = DeliveryState.Delivered, AnsweredAt = on.At }, InvoiceEvents.Delivered, on);
    }

    /// <summary>The exchange system refused it.</summary>
    /// <exception cref="BusinessException">It was not sent, or was answered already.</exception>
    public void Reject(string code, string? message, Deed on)
    {
        var last = RequireDelivery(on, DeliveryState.Sent);

        Replace(last with { State = DeliveryState.Rejected, AnsweredAt = on.At, Code = code, Message = message }, InvoiceEvents.Rejected, on);
    }

    /// <summary>Prepares another file of what was refused: with the same number and date, and the customer's data as they are by then.</summary>
    /// <exception cref="BusinessException">The last one was not refused.</exception>
    public void PrepareAgain(Progressive progressive, Deed on)
    {
        var last = RequireDelivery(on, DeliveryState.Rejected);

        Conclude(
            _state with { Deliveries = [.. _state.Deliveries, DeliveryAttempt.Prepared(last.Number + 1, progressive)] }, InvoiceEvents.Prepared, on,
            [new("attempt", null, $"{last.Number + 1}")]);
    }

    /// <summary>The attempt that counts.</summary>
    /// <exception cref="BusinessException">It is a draft, or does not go to the exchange system.</exception>
    public DeliveryAttempt LastDelivery()
    {
        var issued = RequireIssued();
        return _state.Deliveries.Count > 0 ? _state.Deliveries[^1] : throw InvoiceErrors.NotDeliverable(issued.Content.Kind, issued.Content.Credits is { WasRefused: true });
    }

    /// <summary>Whether taking lines back leaves nothing of what was refused: to the law it was never issued then, nor will it be.</summary>
    private bool IsWithdrawnBy(IReadOnlyCollection<int> lines) =>
        _state.ResendBy is not null && lines.Count == RequireIssued().Content.Lines.Count;

    private IReadOnlyList<DeliveryAttempt> Withdrawn() =>
        [.. _state.Deliveries.SkipLast(1), _state.Deliveries[^1] with { State = DeliveryState.Withdrawn }];

    private DeliveryAttempt RequireDelivery(Deed on, DeliveryState state)
    {
        on.Actor.RefuseUnlessStaff("deliver invoices");
        var last = LastDelivery();
        return last.State == state ? last : throw InvoiceErrors.IllegalDelivery(last.State);
    }

    private void Replace(DeliveryAttempt last, string type, Deed on) => Conclude(
        _state with { Deliveries = [.. _state.Deliveries.SkipLast(1), last] }, type, on,
        [new("attempt", null, $"{last.Number}"), .. last.Code is { } code ? [new Events.Change("code", null, code)] : Array.Empty<Events.Change>()],
        last.Message);
}
