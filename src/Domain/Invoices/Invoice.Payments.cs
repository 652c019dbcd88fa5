using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Domain.Invoices;

/// <content>What came in for it.</content>
public sealed partial class Invoice
{
    /// <summary>Money came in: all that is open, or a part.</summary>
    /// <exception cref="BusinessException">It is no issued invoice, the day is in the future, or more came in than is open.</exception>
    public void Take(Money amount, LocalDate paidOn, string? reference, Deed on)
    {
        on.Actor.RefuseUnlessStaff("record payments");
        var issued = RequireIssued();
        if (issued.Content.Kind != InvoiceKind.Invoice)
            throw InvoiceErrors.NothingToPay(issued.Content.Kind);
        var today = on.At.InZone(Company.Zone).Date;
        if (paidOn > today)
            throw InvoiceErrors.PaidInTheFuture(today);
        if (amount > _state.Open)
            throw InvoiceErrors.PaidTooMuch(_state.Open);

        var number = _state.Payments.Count + 1;
        Conclude(
            _state with { Payments = [.. _state.Payments, new(number, amount, paidOn, reference, on.Actor, on.At)] },
            InvoiceEvents.PaymentTaken, on, [new("amount", null, amount.ToString())]);
    }

    /// <summary>A payment was none, or was recorded wrongly.</summary>
    /// <exception cref="BusinessException">There is no such payment that stands.</exception>
    public void Reverse(int number, string reason, Deed on)
    {
        on.Actor.RefuseUnlessStaff("record payments");
        var wrong = _state.Payments.FirstOrDefault(payment => payment.Number == number && payment.Reversal is null) ?? throw InvoiceErrors.PaymentNotFound();

        Conclude(
            _state with { Payments = [.. _state.Payments.Select(payment => payment == wrong ? payment with { Reversal = new(reason, on.Actor, on.At) } : payment)] },
            InvoiceEvents.PaymentReversed, on, [new("amount", wrong.Amount.ToString(), null)], reason);
    }
}
