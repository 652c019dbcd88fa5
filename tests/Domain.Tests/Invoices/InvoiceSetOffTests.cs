using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Domain.Billing;
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

        Invoice.SetOff([invoice], NoteOf(givenBack), On);

        Assert.That(($"{invoice.ToState().Open}", invoice.ToState().Status), Is.EqualTo((open, status)));
        Assert.That(invoice.Events.Single().Changes.Single(change => change.Field == "creditNote").After, Is.EqualTo("NC-2026-000001"));
    }

    [Test]
    public void SetOff_AgainstAPaidInvoice_IsInTheCustomersFavour()
    {
        var invoice = InvoiceOf(600_00);
        invoice.Take(new(732_00), InvoiceSamples.IssuedOn, null, On);

        Invoice.SetOff([invoice], NoteOf(100_00), On);

        Assert.That((invoice.ToState().Open, invoice.ToState().Status), Is.EqualTo((new Money(-122_00), InvoiceStatus.Paid)));
    }

    [Test]
    public void SetOff_OfWhatNoInvoiceCharged_ChangesNone() =>
        Assert.That(() => Invoice.SetOff([], NoteOf(100_00), On), Throws.Nothing);

    [FsCheck.NUnit.Property]
    public Property SetOff_AgainstSeveral_GivesAllAndLeavesNothingOpenBeforeItFavoursTheCustomer() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyArray<PositiveInt>>(), ArbMap.Default.ArbFor<PositiveInt>(), (fees, back) =>
        {
            IReadOnlyList<Invoice> charged = [.. fees.Get.Select(fee => InvoiceOf(fee.Get))];
            var note = NoteOf(back.Get);

            Invoice.SetOff(charged, note, On);

            var open = charged.Select(invoice => invoice.ToState().Open).ToList();
            Assert.That(charged.Sum(invoice => invoice.ToState().Credited), Is.EqualTo(note.Payable));
            Assert.That(open[..^1], Has.None.LessThan(Money.Zero));
            Assert.That(open[^1] >= Money.Zero || open[..^1].TrueForAll(left => left == Money.Zero), Is.True);
        });

    [Test]
    public void Credit_OfWhatBillingGaveBack_IsAnInvoiceOverTheSame()
    {
        var given = Invoice.FromState(InvoiceSamples.State(NoteOf(100_00)));
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
        var chargedBy = new Dictionary<ChargeId, InvoiceReference> { [fees[0].Id] = late, [fees[1].Id] = early, [fees[2].Id] = late };

        var note = InvoiceContent.Of(InvoiceSamples.Month, TestKit.WorkReports.ReportContentSamples.Company, InvoiceSamples.Customer(), fees, chargedBy);

        Assert.That(note.GivesBack, Is.EqualTo(new[] { early, late }));
        Assert.That(note.Lines.Select(line => line.GivesBack?.Number.Count), Is.EqualTo(new int?[] { 7, 9, 7, null }));
    }

    private static Charge Back(int number) => InvoiceSamples.Fee(36500, days: 10, isCredit: true, number: number);

    private static Invoice InvoiceOf(long cents) => Invoice.FromState(InvoiceSamples.State(InvoiceSamples.Issued([InvoiceSamples.Fee(cents)])));

    private static InvoiceContent NoteOf(long cents) => InvoiceSamples.Issued([InvoiceSamples.Fee(cents, isCredit: true)]);
}
