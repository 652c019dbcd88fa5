using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Invoices;

/// <content>What billing gives back of its fees.</content>
public sealed partial class Invoice
{
    /// <summary>Sets what billing gives back off against the invoices that charged it: first against what is still to be paid of them.</summary>
    /// <remarks>What was paid already stays in the customer's favour, on the last of them: less than nothing is to be paid of that.</remarks>
    /// <param name="charged">The invoices that the credit note names, in its order.</param>
    /// <param name="note">What was issued.</param>
    /// <param name="on">Who, and when.</param>
    public static void SetOff(IReadOnlyList<Invoice> charged, InvoiceContent note, Deed on)
    {
        var left = note.Payable;
        foreach (var invoice in charged)
        {
            var open = invoice._state.Open > Money.Zero ? invoice._state.Open : Money.Zero;
            var part = invoice == charged[^1] || left < open ? left : open;
            if (part > Money.Zero)
                invoice.TakeOff(part, note.Number!.Value, on);
            left -= part;
        }
    }

    private void TakeOff(Money amount, InvoiceNumber note, Deed on) => Conclude(
        _state with { Credited = _state.Credited + amount },
        InvoiceEvents.SetOff, on, [new("amount", null, amount.ToString()), new("creditNote", null, note.ToString())]);
}
