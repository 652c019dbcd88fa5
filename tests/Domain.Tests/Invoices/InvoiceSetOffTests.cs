using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using MisterAssist.TestKit.Invoices;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Domain.Tests.Invoices;

/// <summary>What billing gives back by a credit note is set off against the invoices that charged it, and can be taken back.</summary>
public sealed class InvoiceSetOffTests
{
    private static readonly Deed On = new(TicketSamples.Staff, InvoiceSamples.IssuedAt);

    [TestCase(600_00, 500_00, "122.00", InvoiceStatus.Issued, TestName = "Less than is open leaves the rest to be paid")]
    [TestCase(600_00, 600_00, "0.00", InvoiceStatus.Paid, TestName = "As much as is open pays it")]
    [TestCase(600_00, 700_00, "-122.00", InvoiceStatus.Paid, TestName = "More than is open is in the customer's favour")]
    public void SetOff_AgainstOneInvoice(long charged, long givenBack, string open, InvoiceStatus status)
    {
        var invoice = InvoiceOf(charged);
        var note = NoteOf((invoice, givenBack));

        Invoice.SetOff(note, [invoice], On);

        Assert.That(($"{invoice.ToState().Open}", invoice.ToState().Status), Is.EqualTo((open, status)));
        Assert.That(invoice.Events.Single().Changes.Single(change => change.Field == "creditNote").After, Is.EqualTo("NC-2026-000001"));
        Assert.That(note.ToState().SetOff, Is.EqualTo(new[] { new SetOffPart(Named(invoice), note.ToState().Issued!.Content.Payable) }));
    }

    [Test]
    public void SetOff_AgainstAPaidInvoice_IsInTheCustomersFavour()
    {
        var invoice = InvoiceOf(600_00);
        invoice.Take(new(732_00), InvoiceSamples.IssuedOn, null, On);

        Invoice.SetOff(NoteOf((invoice, 100_00)), [invoice], On);

        Assert.That((invoice.ToState().Open, invoice.ToState().Status), Is.EqualTo((new Money(-122_00), InvoiceStatus.Paid)));
    }

    [Test]
    public void SetOff_OfMoreThanIsOpen_IsInTheCustomersFavourWhereItWasCharged()
    {
        var (first, last) = (InvoiceOf(600_00, 1), InvoiceOf(600_00, 2));
        foreach (var paid in new[] { first, last })
            paid.Take(new(732_00), InvoiceSamples.IssuedOn, null, On);

        Invoice.SetOff(NoteOf((first, 200_00), (last, 100_00)), [first, last], On);

        Assert.That((first.ToState().Open, last.ToState().Open), Is.EqualTo((new Money(-244_00), new Money(-122_00))));
    }

    [Test]
    public void SetOff_OfWhatNoInvoiceCharged_ChangesNone()
    {
        var note = NoteOf();

        Invoice.SetOff(note, [], On);

        Assert.That(note.ToState().SetOff, Is.Empty);
    }

    [FsCheck.NUnit.Property]
    public Property SetOff_AgainstSeveral_GivesAllAndFavoursTheCustomerOnlyOnceNothingIsOpen() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyArray<(PositiveInt Fee, PositiveInt Back)>>(), amounts =>
        {
            IReadOnlyList<Invoice> charged = [.. amounts.Get.Select((amount, i) => InvoiceOf(amount.Fee.Get, i + 1))];
            var note = NoteOf([.. charged.Zip(amounts.Get, (invoice, amount) => (invoice, (long)amount.Back.Get))]);

            Invoice.SetOff(note, charged, On);

            var (payable, open) = (note.ToState().Issued!.Content.Payable, charged.Select(invoice => invoice.ToState().Open).ToList());
            Assert.That(charged.Sum(invoice => invoice.ToState().Credited), Is.EqualTo(payable));
            Assert.That(note.ToState().SetOff.Sum(part => part.Amount), Is.EqualTo(payable));
            Assert.That(open.TrueForAll(left => left >= Money.Zero) || open.TrueForAll(left => left <= Money.Zero), Is.True);
        });

    [FsCheck.NUnit.Property]
    public Property UndoSetOff_LeavesEverythingAsItWasBefore() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyArray<(PositiveInt Fee, PositiveInt Back)>>(), amounts =>
        {
            IReadOnlyList<Invoice> charged = [.. amounts.Get.Select((amount, i) => InvoiceOf(amount.Fee.Get, i + 1))];
            var note = NoteOf([.. charged.Zip(amounts.Get, (invoice, amount) => (invoice, (long)amount.Back.Get))]);
            Invoice.SetOff(note, charged, On);

            var takesBack = Invoice.FromState(InvoiceSamples.State(InvoiceSamples.Issued(note.Credit(null, "The contracts go on", On))));
            Invoice.UndoSetOff(takesBack, charged, On);

            Assert.That(charged.Select(invoice => invoice.ToState().Credited), Has.All.EqualTo(Money.Zero));
            Assert.That((takesBack.ToState().Open, takesBack.ToState().Status), Is.EqualTo((Money.Zero, InvoiceStatus.Paid)));
            Assert.That((takesBack.ToState().Issued!.Content.AsksForPayment, note.ToState().SetOff.Count), Is.EqualTo((false, 0)));
        });

    [Test]
    public void WhatIsGivenBack_IsTaxedAsItWasCharged()
    {
        var exempt = Taxation.Create(false, VatExemption.Create("N3.5", "Declaration 1/2026"));
        var split = Taxation.Create(true, null);
        Charge[] fees = [Back(1), Back(2), Back(3)];
        var asCharged = new Dictionary<ChargeId, FeeAsCharged>
        {
            [fees[0].Id] = new(Named(InvoiceOf(600_00)), 0, "N3.5", exempt),
            [fees[1].Id] = new(Named(InvoiceOf(600_00)), 22, null, split),
            [fees[2].Id] = new(Named(InvoiceOf(600_00)), 22, null, Taxation.Ordinary),
        };

        var note = InvoiceContent.Of(InvoiceSamples.Month, TestKit.WorkReports.ReportContentSamples.Company, InvoiceSamples.Customer(), fees, asCharged);

        Assert.That(note.Vat, Is.EquivalentTo(new[]
        {
            new VatShare(0, "N3.5", new(10_00), Money.Zero, exempt), new VatShare(22, null, new(10_00), new(2_20), split),
            new VatShare(22, null, new(10_00), new(2_20)),
        }));
        Assert.That((note.Total, note.Payable), Is.EqualTo((new Money(34_40), new Money(32_20))));
    }

    [Test]
    public void Credit_OfWhatBillingGaveBack_IsAnInvoiceOverTheSame()
    {
        var given = NoteOf((InvoiceOf(600_00), 100_00));
        Assert.That(() => given.Credit([1], "Why", On), Refused.With("credit_note_taken_back_whole"));

        var taken = given.Credit(null, "The contract goes on", On);

        Assert.That((taken.Kind, taken.Total, taken.Credits!.Number), Is.EqualTo((InvoiceKind.Invoice, new Money(122_00), new InvoiceNumber(InvoiceKind.CreditNote, 2026, 1))));
        Assert.That(taken.Lines.Select(line => line.Charged.Amount), Is.EqualTo(new[] { new Money(100_00) }));
        Assert.That((taken.GivesBack, given.ToState().Status), Is.EqualTo((Array.Empty<InvoiceReference>(), InvoiceStatus.Credited)));
        Assert.That(
            () => Invoice.FromState(InvoiceSamples.State(InvoiceSamples.Issued(taken))).Credit(null, "Again", On), Refused.With("not_creditable"));
    }

    [Test]
    public void GivesBack_NamesEachInvoiceOnce_TheOldestFirst()
    {
        InvoiceReference late = new(InvoiceId.New(On.At), new(InvoiceKind.Invoice, 2026, 7), new(2026, 11, 2));
        InvoiceReference early = new(InvoiceId.New(On.At), new(InvoiceKind.Invoice, 2025, 9), new(2025, 12, 1));
        Charge[] fees = [Back(1), Back(2), Back(3), Back(4)];
        var chargedBy = new Dictionary<ChargeId, FeeAsCharged> { [fees[0].Id] = By(late), [fees[1].Id] = By(early), [fees[2].Id] = By(late) };

        var note = InvoiceContent.Of(InvoiceSamples.Month, TestKit.WorkReports.ReportContentSamples.Company, InvoiceSamples.Customer(), fees, chargedBy);

        Assert.That(note.GivesBack, Is.EqualTo(new[] { early, late }));
        Assert.That(note.Lines.Select(line => line.GivesBack?.Number.Count), Is.EqualTo(new int?[] { 7, 9, 7, null }));
    }

    private static Charge Back(int number) => InvoiceSamples.Fee(36500, days: 10, isCredit: true, number: number);

    private static FeeAsCharged By(InvoiceReference invoice) => new(invoice, 22, null, Taxation.Ordinary);

    private static Invoice InvoiceOf(long cents, int count = 1) => Invoice.FromState(
        InvoiceSamples.State(InvoiceSamples.Issued(InvoiceSamples.Draft([InvoiceSamples.Fee(cents)]), count)) with { Id = InvoiceId.New(On.At) });

    private static InvoiceReference Named(Invoice invoice) => new(invoice.Id, invoice.ToState().Issued!.Number, InvoiceSamples.IssuedOn);

    /// <summary>Gives back so many cents of the fees that invoices charged; where none is given, of a fee that stands on none.</summary>
    private static Invoice NoteOf(params (Invoice Charged, long Cents)[] parts)
    {
        var givenBack = parts.Select((part, i) => (part.Charged, Charge: InvoiceSamples.Fee(part.Cents, isCredit: true, number: i + 1))).ToList();
        return Invoice.FromState(InvoiceSamples.State(InvoiceSamples.Issued(InvoiceContent.Of(
            InvoiceSamples.Month, TestKit.WorkReports.ReportContentSamples.Company, InvoiceSamples.Customer(),
            parts.Length == 0 ? [InvoiceSamples.Fee(100_00, isCredit: true)] : givenBack.Select(part => part.Charge),
            givenBack.ToDictionary(part => part.Charge.Id, part => By(Named(part.Charged)))))));
    }
}
