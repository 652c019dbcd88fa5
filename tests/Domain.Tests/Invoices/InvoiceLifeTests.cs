using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;
using MisterAssist.TestKit.Invoices;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Tickets;
using MisterAssist.TestKit.WorkReports;

namespace MisterAssist.Domain.Tests.Invoices;

/// <summary>An invoice of 600.00 and VAT, issued on 1 December 2026 and due on 1 January.</summary>
public sealed class InvoiceLifeTests
{
    private static readonly Deed On = new(TicketSamples.Staff, InvoiceSamples.IssuedAt);

    [Test]
    public void Issue_Twice_IsRefused()
    {
        var invoice = Invoice.Draft(InvoiceSamples.Customer().Id, InvoiceSamples.Month, On);
        invoice.Issue(Sealed(), new(1), On);

        Assert.That(() => invoice.Issue(Sealed(), new(2), On), Refused.With("invoice_not_a_draft"));
        Assert.That(() => invoice.Discard(On), Refused.With("invoice_not_a_draft"));
        Assert.That(() => invoice.Extend(On), Refused.With("invoice_not_a_draft"));
        Assert.That(invoice.ToState().Deliveries.Single().State, Is.EqualTo(DeliveryState.NotSent));
    }

    [TestCase(73200, InvoiceStatus.Paid, "0.00")]
    [TestCase(73199, InvoiceStatus.Issued, "0.01")]
    public void Take_PaysAsMuchAsCameIn(long cents, InvoiceStatus status, string open)
    {
        var invoice = Issued();

        invoice.Take(new(cents), InvoiceSamples.IssuedOn, null, On);

        Assert.That((invoice.ToState().Status, $"{invoice.ToState().Open}"), Is.EqualTo((status, open)));
    }

    [Test]
    public void Take_WhatCannotBe_IsRefused()
    {
        Assert.That(() => Issued().Take(new(73201), InvoiceSamples.IssuedOn, null, On), Refused.With("paid_too_much"));
        Assert.That(() => Issued().Take(new(1), InvoiceSamples.IssuedOn.PlusDays(1), null, On), Refused.With("paid_in_the_future"));
        Assert.That(
            () => Invoice.Draft(InvoiceSamples.Customer().Id, InvoiceSamples.Month, On).Take(new(1), InvoiceSamples.IssuedOn, null, On),
            Refused.With("invoice_not_issued"));
        Assert.That(() => Issued().Reverse(1, "Why", On), Refused.With("payment_not_found"));
    }

    [TestCase("2027-01-01", false)]
    [TestCase("2027-01-02", true)]
    public void Overdue_IsTheDayAfterItIsDue(string today, bool isOverdue) =>
        Assert.That(Issued().ToState().IsOverdueOn(TestKit.Sla.Schedules.Date(today)), Is.EqualTo(isOverdue));

    [Test]
    public void Credit_OfADiscount_TakesItsItemToo()
    {
        var invoice = Invoice.FromState(InvoiceSamples.State(InvoiceSamples.Issued(InvoiceSamples.Work(1, ReportContentSamples.WithDiscounts()))));

        var note = invoice.Credit([2], "Why", On);

        Assert.That(note.Lines.Select(line => $"{line.Number} {line.Charged.Amount}"), Is.EqualTo(new[] { "1 40.00", "2 -16.00" }));
        Assert.That(note.Lines[1].Charged.Discount!.OfLine, Is.EqualTo(1));
        Assert.That(invoice.ToState().CreditedLines, Is.EqualTo(new[] { 1, 2 }));
        Assert.That(() => invoice.Credit([1], "Why", On), Refused.With("line_credited_already"));
        Assert.That(() => invoice.Credit([8], "Why", On), Refused.With("unknown_invoice_line"));
        Assert.That(invoice.Credit(null, "Why", On).Lines, Has.Count.EqualTo(5));
        Assert.That(() => invoice.Credit(null, "Why", On), Refused.With("line_credited_already"));
    }

    [Test]
    public void Delivery_GoesItsWayAndIsTriedAgainWhereItWasRefused()
    {
        var invoice = Invoice.Draft(InvoiceSamples.Customer().Id, InvoiceSamples.Month, On);
        invoice.Issue(Sealed(), new(1), On);
        Assert.That(() => invoice.Deliver(On), Refused.With("illegal_delivery_move"));

        invoice.Send("<a/>", On);
        Assert.That(() => invoice.Send("<b/>", On), Refused.With("illegal_delivery_move"));
        invoice.Reject("00311", "Why", On);
        invoice.PrepareAgain(new(2), On);
        invoice.Send("<b/>", On);
        invoice.Deliver(On);

        Assert.That(
            invoice.ToState().Deliveries.Select(attempt => $"{attempt.Number} {attempt.Progressive} {attempt.State} {attempt.Code} {attempt.File}"),
            Is.EqualTo(new[] { "1 00001 Rejected 00311 <a/>", "2 00002 Delivered  <b/>" }));
        Assert.That(() => invoice.PrepareAgain(new(3), On), Refused.With("illegal_delivery_move"));
    }

    [TestCase(1, "00001")]
    [TestCase(35, "0000Z")]
    [TestCase(36, "00010")]
    [TestCase(60466175, "ZZZZZ")]
    public void Progressive_IsACountToBase36(int count, string text) =>
        Assert.That((new Progressive(count).ToString(), Progressive.Parse(text).Count), Is.EqualTo((text, count)));

    private static Invoice Issued() => Invoice.FromState(InvoiceSamples.State(InvoiceSamples.Issued([InvoiceSamples.Fee(60000)])));

    private static SealedInvoice Sealed() => new(InvoiceSamples.Issued([InvoiceSamples.Fee(60000)]), "{}", new string('0', 64));
}
