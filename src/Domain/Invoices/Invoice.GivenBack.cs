using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Invoices;

/// <content>What billing gives back of its fees, by credit notes over it.</content>
public sealed partial class Invoice
{
    /// <summary>A credit note over it was issued: less is to be paid. What was paid already is then in the customer's favour.</summary>
    /// <param name="note">What was issued.</param>
    /// <param name="on">Who, and when.</param>
    public void SetOff(InvoiceContent note, Deed on) => Conclude(
        _state with { Left = VatShare.Less(_state.Left, note.Vat) },
        InvoiceEvents.SetOff, on, [new("amount", null, note.Payable.ToString()), new("creditNote", null, note.Number!.Value.ToString())]);

    /// <summary>A credit note over it was taken back: what that gave back is to be paid again, and not before what was issued last says.</summary>
    /// <param name="note">The credit note.</param>
    /// <param name="dueOn">The last day on which it is paid in time.</param>
    /// <param name="on">Who, and when.</param>
    public void UndoSetOff(InvoiceContent note, LocalDate dueOn, Deed on) => Conclude(
        _state with { Left = VatShare.More(_state.Left, note.Vat), DueOn = _state.DueOn > dueOn ? _state.DueOn : dueOn },
        InvoiceEvents.SetOffUndone, on, [new("amount", note.Payable.ToString(), null), new("creditNote", note.Number!.Value.ToString(), null)]);
}
