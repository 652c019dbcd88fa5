using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using MisterAssist.TestKit.Invoices;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Tickets;
using MisterAssist.TestKit.WorkReports;
using NodaTime;

namespace MisterAssist.Domain.Tests.Invoices;

/// <summary>What billing gives back of the fees of an issued invoice, by credit notes over it.</summary>
public sealed class InvoiceGivenBackTests
{
    private static readonly Deed On = new(TicketSamples.Staff, InvoiceSamples.IssuedAt);

    private static readonly Taxation[] Taxations =
    [
        Taxation.Ordinary, Taxation.Create(true, null), Taxation.Create(false, VatExemption.Create("N3.5", "Declaration 1/2026")),
    ];

    private static readonly ContractId OtherContract = ContractId.New(InvoiceSamples.IssuedAt);

    [Test]
    public void GivingBack_IsACreditNoteOverTheInvoice_WithTheAmountsTurnedAround()
    {
        var invoice = InvoiceOf(InvoiceSamples.Fee(365_00));

        var note = GiveBack(invoice, Back(365_00, days: 10));

        Assert.That((note.Kind, note.Concerns, Amounts(note)), Is.EqualTo((InvoiceKind.CreditNote, Named(invoice), "10.00 2.20 12.20 12.20")));
        Assert.That((note.Lines[0].Charged.UnitPrice, note.Lines[0].Charged.Amount), Is.EqualTo((new Money(10_00), new Money(10_00))));
    }

    [Test]
    public void GivingBack_IsMadeOutAndTaxedAsTheInvoiceWas([Values(0, 1, 2)] int taxation)
    {
        var invoice = InvoiceOf(Taxations[taxation], InvoiceSamples.Fee(365_00));

        var note = GiveBack(invoice, Back(365_00, days: 10));

        Assert.That(note.Customer, Is.EqualTo(invoice.ToState().Issued!.Content.Customer));
        Assert.That(Amounts(note), Is.EqualTo(new[] { "10.00 2.20 12.20 12.20", "10.00 2.20 12.20 10.00", "10.00 0.00 10.00 10.00" }[taxation]));
        Assert.That(note.Vat.Single().Nature, Is.EqualTo(invoice.ToState().Issued!.Content.Vat.Single().Nature));
    }

    [Test]
    public void GivingBack_OfAFeeThatDoesNotStandOnIt_CannotBe()
    {
        var invoice = InvoiceOf(InvoiceSamples.Fee(365_00));
        invoice.Credit(null, "Why", On);

        Assert.That(() => GiveBack(invoice, Back(365_00, days: 10)), Throws.InvalidOperationException);
    }

    [TestCase(100, "533.45", InvoiceStatus.Issued, TestName = "Less than is open leaves the rest to be paid")]
    [TestCase(365, "0.00", InvoiceStatus.Paid, TestName = "All of it pays the invoice")]
    public void SetOff_LeavesLessToBePaid(int days, string open, InvoiceStatus status)
    {
        var invoice = InvoiceOf(InvoiceSamples.Fee(602_25));
        var note = InvoiceSamples.Issued(GiveBack(invoice, Back(602_25, days)), 7);

        invoice.SetOff(note, On);

        Assert.That(($"{invoice.ToState().Open}", invoice.ToState().Status, invoice.ToState().Credited), Is.EqualTo((open, status, note.Payable)));
        Assert.That(invoice.Events[^1].Changes.Single(change => change.Field == "creditNote").After, Is.EqualTo("NC-2026-000007"));
    }

    [Test]
    public void SetOff_OfWhatWasPaid_IsInTheCustomersFavour()
    {
        var invoice = InvoiceOf(InvoiceSamples.Fee(365_00));
        invoice.Take(new(445_30), InvoiceSamples.IssuedOn, null, On);

        invoice.SetOff(InvoiceSamples.Issued(GiveBack(invoice, Back(365_00, days: 10))), On);

        Assert.That((invoice.ToState().Open, invoice.ToState().Status), Is.EqualTo((new Money(-12_20), InvoiceStatus.Paid)));
    }

    [Test]
    public void UndoSetOff_IsToBePaidAgain_ByTheLaterDay()
    {
        var invoice = InvoiceOf(InvoiceSamples.Fee(365_00));
        var note = InvoiceSamples.Issued(GiveBack(invoice, Back(365_00, days: 10)));
        invoice.SetOff(note, On);

        invoice.UndoSetOff(note, new(2027, 5, 1), On);
        invoice.UndoSetOff(note with { Vat = [] }, new(2027, 4, 1), On);

        Assert.That((invoice.ToState().Open, invoice.ToState().DueOn), Is.EqualTo((new Money(445_30), new LocalDate(2027, 5, 1))));
        Assert.That((invoice.ToState().IsOverdueOn(new(2027, 5, 1)), invoice.ToState().IsOverdueOn(new(2027, 5, 2))), Is.EqualTo((false, true)));
    }

    [Test]
    public void Credit_OfWhatBillingGaveBack_IsAnInvoiceThatAsksForNothing()
    {
        var invoice = InvoiceOf(InvoiceSamples.Fee(365_00));
        var note = Invoice.FromState(InvoiceSamples.State(InvoiceSamples.Issued(GiveBack(invoice, Back(365_00, days: 10)))));
        Assert.That(() => note.Credit([1], "Why", On), Refused.With("credit_note_taken_back_whole"));

        var taken = note.Credit(null, "The contract goes on", On);
        var takesBack = Invoice.Note(note.ToState(), new(InvoiceSamples.Issued(taken, 2), "{}", new string('0', 64)), null, On).ToState();

        Assert.That((taken.Kind, taken.Total, taken.Concerns!.Number), Is.EqualTo((InvoiceKind.Invoice, new Money(12_20), new InvoiceNumber(InvoiceKind.CreditNote, 2026, 1))));
        Assert.That((taken.Credits!.OwedAgainBy, taken.GivesBack), Is.EqualTo((Named(invoice), (InvoiceReference?)null)));
        Assert.That((takesBack.Open, takesBack.DueOn, takesBack.Status), Is.EqualTo((Money.Zero, (LocalDate?)null, InvoiceStatus.Paid)));
        Assert.That(note.ToState().Status, Is.EqualTo(InvoiceStatus.Credited));
        Assert.That(() => Invoice.FromState(takesBack).Credit(null, "Again", On), Refused.With("not_creditable"));
    }

    [Test]
    public void Credit_OfAFee_TakesWhatIsGivenBackOfItOnTheSameInvoiceWithIt([Values(1, 2)] int named)
    {
        var invoice = InvoiceOf([InvoiceSamples.Fee(365_00), Back(365_00, days: 10), .. InvoiceSamples.Work(1, ReportContentSamples.CallOutAndLabour())]);

        var note = invoice.Credit([named], "Why", On);

        Assert.That((note.Kind, note.Net, note.Lines.Count), Is.EqualTo((InvoiceKind.CreditNote, new Money(355_00), 2)));
    }

    /// <remarks>
    /// Part by part, some of them taken back later in whatever order: no part is more than a cent off its own VAT, and with all taken back everything is as it was.
    /// </remarks>
    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property GivenBackInParts_SumsToTheInvoice() => Prop.ForAll(Parts(), fees =>
    {
        var invoice = InvoiceOf(Taxations[fees.Taxation], [.. fees.Cents.Select((cents, i) => InvoiceSamples.Fee(cents, number: 100 * i + 1))]);
        var (content, notes) = (invoice.ToState().Issued!.Content, new List<InvoiceContent>());
        foreach (var (part, days) in fees.Days.Select((days, i) => (BackOf(fees, i, days), days)))
        {
            notes.Add(InvoiceSamples.Issued(GiveBack(invoice, part)));
            invoice.SetOff(notes[^1], On);
            Assert.That(notes[^1].Vat.All(share => Math.Abs((share.Tax - share.Taxable.Percent(share.Percent)).Cents) <= 1), Is.True);
            if (days % 3 == 0)
                TakeBack(days % notes.Count);

            Assert.That(content.Payable - notes.Sum(note => note.Payable), Is.EqualTo(content.PayableOf(invoice.ToState().Left)));
        }

        while (notes.Count > 0)
            TakeBack(fees.Cents[0] % notes.Count);
        Assert.That(invoice.ToState().Left, Is.EqualTo(content.Vat));

        void TakeBack(int index)
        {
            invoice.UndoSetOff(notes[index], InvoiceSamples.IssuedOn, On);
            notes.RemoveAt(index);
        }
    });

    /// <remarks>Parts of fees given back and some of that taken back in whatever order, and then work credited item by item.</remarks>
    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property Credit_OfWork_WhateverWasTakenBackBefore_IsOfItsOwnAmount() => Prop.ForAll(Parts(), fees =>
    {
        var invoice = InvoiceOf(
            Taxations[fees.Taxation],
            [.. fees.Cents.Select((cents, i) => InvoiceSamples.Fee(cents, number: 100 * i + 1)), .. InvoiceSamples.Work(1, ReportContentSamples.WithDiscounts())]);
        var notes = new List<InvoiceContent>();
        foreach (var (part, days) in fees.Days.Select((days, i) => (BackOf(fees, i, days), days)))
        {
            notes.Add(InvoiceSamples.Issued(GiveBack(invoice, part)));
            invoice.SetOff(notes[^1], On);
            if (days % 2 == 1)
                continue;

            invoice.UndoSetOff(notes[days % notes.Count], InvoiceSamples.IssuedOn, On);
            notes.RemoveAt(days % notes.Count);
        }

        while (invoice.ToState().StandingLines.FirstOrDefault(line => line.Origin.Fee is null) is { } item)
        {
            var credit = invoice.Credit([item.Number], "Why", On);
            Assert.That(credit.Kind, Is.EqualTo(credit.Net == Money.Zero ? InvoiceKind.Statement : InvoiceKind.CreditNote));
            Assert.That(credit.Tax, Is.GreaterThanOrEqualTo(Money.Zero));
            Assert.That(Math.Abs((credit.Tax - credit.Net.Percent(credit.Vat.Single().Percent)).Cents), Is.LessThanOrEqualTo(credit.Net == Money.Zero ? 0 : 1));
        }
    });

    [Test]
    public void Credited_WhereNothingIsLeftOfARate_IsAllOfIt()
    {
        var issued = InvoiceSamples.State(InvoiceSamples.Issued([InvoiceSamples.Fee(365_00)]));

        Assert.That((issued with { Left = [new(22, null, Money.Zero, new(1))] }).Open, Is.EqualTo(Money.Zero), "a cent of VAT on nothing is not owed");
    }

    [Test]
    public void Credit_OfAFee_LeavesWhatIsGivenBackOfAnotherContract()
    {
        var others = new[] { InvoiceSamples.Fee(365_00), Back(365_00, days: 10) }
            .Select(fee => fee with { Origin = ChargeOrigin.Of(OtherContract, fee.Origin.Fee!) });
        var invoice = InvoiceOf([InvoiceSamples.Fee(365_00), .. others]);

        Assert.That(invoice.Credit([1], "Why", On).Net, Is.EqualTo(new Money(365_00)));
    }

    /// <summary>Days of the fees in turn: of the first, of the second, of the first again, each from the first day that is left.</summary>
    private static Charge BackOf(GivenBackParts fees, int index, int days)
    {
        var fee = index % fees.Cents.Count;
        var before = fees.Days.Where((_, i) => i < index && i % fees.Cents.Count == fee).Sum();
        return InvoiceSamples.Fee(fees.Cents[fee], days, isCredit: true, number: (100 * fee) + 2 + index, daysLeft: 365 - before);
    }

    private static Arbitrary<GivenBackParts> Parts() => (
        from taxation in Gen.Choose(0, 2)
        from cents in Gen.Choose(1, 99_999).NonEmptyListOf()
        from parts in Gen.Choose(1, 60).ListOf()
        select new GivenBackParts(taxation, [.. cents.Take(3)], [.. parts.Take(6)])).ToArbitrary();

    private static Charge Back(long cents, int days) => InvoiceSamples.Fee(cents, days, isCredit: true, number: 2);

    private static InvoiceContent GiveBack(Invoice invoice, params Charge[] credits) => InvoiceContent.GivingBack(InvoiceSamples.Month, invoice.ToState(), credits);

    private static Invoice InvoiceOf(params Charge[] charges) => InvoiceOf(Taxation.Ordinary, charges);

    private static Invoice InvoiceOf(Taxation taxation, params Charge[] charges) =>
        Invoice.FromState(InvoiceSamples.State(InvoiceSamples.Issued(charges, InvoiceSamples.Customer(taxation))));

    private static InvoiceReference Named(Invoice invoice) => new(invoice.Id, invoice.ToState().Issued!.Number, InvoiceSamples.IssuedOn);

    private static string Amounts(InvoiceContent content) => $"{content.Net} {content.Tax} {content.Total} {content.Payable}";

    private sealed record GivenBackParts(int Taxation, IReadOnlyList<int> Cents, IReadOnlyList<int> Days);
}
