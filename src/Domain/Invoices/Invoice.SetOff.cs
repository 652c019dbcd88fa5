using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Invoices;

/// <content>What billing gives back of its fees.</content>
public sealed partial class Invoice
{
    /// <summary>Sets what billing gives back off against the invoices that charged it: first against what is still to be paid of them.</summary>
    /// <remarks>
    /// What was paid already stays in the customer's favour, on each as much as is given back of it: less than nothing is to be paid of that.
    /// </remarks>
    /// <param name="note">What was issued.</param>
    /// <param name="charged">The invoices that it names, in its order.</param>
    /// <param name="on">Who, and when.</param>
    public static void SetOff(Invoice note, IReadOnlyList<Invoice> charged, Deed on)
    {
        var content = note.RequireIssued().Content;
        var left = content.Payable;
        var parts = charged.ToDictionary(invoice => invoice.Id, _ => Money.Zero);
        foreach (var invoice in charged)
            Give(invoice, invoice._state.Open);
        foreach (var invoice in charged)
            Give(invoice, content.GivenBackOf(invoice.Id) - parts[invoice.Id]);
        if (charged.Count > 0)
            Give(charged[^1], left);

        foreach (var invoice in charged.Where(invoice => parts[invoice.Id] > Money.Zero))
            invoice.TakeOff(parts[invoice.Id], content.Number!.Value, on);
        note._state = note._state with
        {
            SetOff = [.. from named in content.GivesBack where parts[named.Id] > Money.Zero select new SetOffPart(named, parts[named.Id])],
        };

        void Give(Invoice invoice, Money most)
        {
            var part = most < left ? most : left;
            if (part <= Money.Zero)
                return;

            parts[invoice.Id] += part;
            left -= part;
        }
    }

    /// <summary>What a credit note had taken off is to be paid again, where it was: not on what takes the note back.</summary>
    /// <param name="takesBack">What was issued to take the note back.</param>
    /// <param name="charged">The invoices against which the note was set off.</param>
    /// <param name="on">Who, and when.</param>
    public static void UndoSetOff(Invoice takesBack, IReadOnlyCollection<Invoice> charged, Deed on)
    {
        var credits = takesBack.RequireIssued().Content.Credits!;
        foreach (var (named, amount) in credits.SetOff ?? [])
        {
            charged.Single(invoice => invoice.Id == named.Id).PutBack(amount, credits.Number, on);
            takesBack._state = takesBack._state with { Credited = takesBack._state.Credited + amount };
        }
    }

    private void TakeOff(Money amount, InvoiceNumber note, Deed on) => Conclude(
        _state with { Credited = _state.Credited + amount },
        InvoiceEvents.SetOff, on, [new("amount", null, amount.ToString()), new("creditNote", null, note.ToString())]);

    private void PutBack(Money amount, InvoiceNumber note, Deed on) => Conclude(
        _state with { Credited = _state.Credited - amount },
        InvoiceEvents.SetOffUndone, on, [new("amount", amount.ToString(), null), new("creditNote", note.ToString(), null)]);
}

/// <summary>How much of a credit note was set off against an invoice that charged what it gives back.</summary>
/// <param name="Invoice">Of which less is to be paid.</param>
/// <param name="Amount">More than zero.</param>
public sealed record SetOffPart(InvoiceReference Invoice, Money Amount);
