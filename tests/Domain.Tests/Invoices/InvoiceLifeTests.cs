using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using MisterAssist.TestKit.Invoices;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Tickets;
using MisterAssist.TestKit.WorkReports;
using NodaTime;

namespace MisterAssist.Domain.Tests.Invoices;

/// <summary>An invoice of 600.00 and VAT, issued on 1 December 2026 and due on 1 January.</summary>
public sealed class InvoiceLifeTests
{
    private static readonly Deed On = new(TicketSamples.Staff, InvoiceSamples.IssuedAt);

    [Test]
    public void Issue_Twice_IsRefused()
    {
        var invoice = Invoice.Draft(InvoiceSamples.Customer().Id, InvoiceSamples.Month, null, On);
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
            () => Invoice.Draft(InvoiceSamples.Customer().Id, InvoiceSamples.Month, null, On).Take(new(1), InvoiceSamples.IssuedOn, null, On),
            Refused.With("invoice_not_issued"));
        Assert.That(() => Issued().Reverse(1, "Why", On), Refused.With("payment_not_found"));
    }

    [TestCase("2027-01-01", false)]
    [TestCase("2027-01-02", true)]
    public void Overdue_IsTheDayAfterItIsDue(string today, bool isOverdue) =>
        Assert.That(Issued().ToState().IsOverdueOn(TestKit.Sla.Schedules.Date(today)), Is.EqualTo(isOverdue));

    [Test]
    public void Reverse_APayment_KeepsItsNumber()
    {
        var invoice = Issued();
        invoice.Take(new(100), InvoiceSamples.IssuedOn, null, On);
        invoice.Reverse(1, "Another's", On);
        invoice.Take(new(200), InvoiceSamples.IssuedOn, null, On);

        var state = invoice.ToState();
        Assert.That(state.Payments.Select(payment => $"{payment.Number} {payment.Amount} {payment.Reversal?.Reason}"), Is.EqualTo(new[] { "1 1.00 Another's", "2 2.00 " }));
        Assert.That((state.Paid, state.Open), Is.EqualTo((new Money(200), new Money(73000))));
        Assert.That(() => invoice.Reverse(1, "Again", On), Refused.With("payment_not_found"));
    }

    [Test]
    public void Credit_OfWhatCameToNothing_IsAStatement()
    {
        var invoice = Issued(InvoiceSamples.Work(1, ReportContentSamples.WithDiscounts()));

        var note = invoice.Credit([3], "Why", On);

        Assert.That((note.Kind, note.Total, note.Lines.Count), Is.EqualTo((InvoiceKind.Statement, Money.Zero, 2)));
    }

    [Test]
    public void Credit_OfAStatement_TakesItBack()
    {
        ReportLine[] free = [ReportContentSamples.Labour(1, 60, 6000), ReportContentSamples.Discount(2, 1, DiscountReason.OurFault, 100, -6000)];
        var statement = Issued(InvoiceSamples.Work(1, free));
        Assert.That(statement.ToState().Issued!.Content.Kind, Is.EqualTo(InvoiceKind.Statement));

        var note = statement.Credit(null, "The report was voided", On);

        Assert.That((note.Kind, statement.ToState().Status), Is.EqualTo((InvoiceKind.Statement, InvoiceStatus.Credited)));
    }

    [Test]
    public void Credit_WithAClockBehindTheDateOfTheInvoice_IsRefused() => Assert.That(
        () => Issued(InvoiceSamples.Fee(365_00)).Credit(null, "Why", On with { At = On.At - Duration.FromDays(1) }), Refused.With("invoice_date_before_last"));

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
        var invoice = Invoice.Draft(InvoiceSamples.Customer().Id, InvoiceSamples.Month, null, On);
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

    [TestCase("2026-12-02 00:00", "2026-12-07", TestName = "Rejected as the day begins: five days more")]
    [TestCase("2026-12-02 23:59", "2026-12-07", TestName = "Rejected as the day ends: the same")]
    [TestCase("2027-03-26 23:30", "2027-03-31", TestName = "Rejected before the clocks change: days of Rome all the same")]
    public void Rejected_MaySentAgainUnderItsNumber_ForFiveDays(string at, string last)
    {
        var (invoice, day) = (Rejected(at), TestKit.Sla.Schedules.Date(last));

        var state = invoice.ToState();
        Assert.That((state.Deliveries.Single().ResendBy, state.ResendBy), Is.EqualTo(((LocalDate?)day, (LocalDate?)day)));
        Assert.That((state.IsResendOverdueOn(day), state.IsResendOverdueOn(day.PlusDays(1))), Is.EqualTo((false, true)));

        invoice.PrepareAgain(new(2), On);
        Assert.That(invoice.ToState().IsResendOverdueOn(day.PlusDays(1)), Is.True, "prepared is not sent");
        invoice.Send("<b/>", On);
        Assert.That((invoice.ToState().ResendBy, invoice.ToState().Deliveries[0].ResendBy), Is.EqualTo(((LocalDate?)null, (LocalDate?)day)));
    }

    [Test]
    public void Delivery_ThatDoesNotFollow_IsToldWhatDoes()
    {
        var invoice = Invoice.Draft(InvoiceSamples.Customer().Id, InvoiceSamples.Month, null, On);
        invoice.Issue(Sealed(), new(1), On);
        var told = new List<string> { Told(() => invoice.Deliver(On)) };
        invoice.Send("<a/>", On);
        told.Add(Told(() => invoice.Send("<a/>", On)));
        invoice.Reject("00311", null, On);
        told.Add(Told(() => invoice.Deliver(On)));
        invoice.PrepareAgain(new(2), On);
        invoice.Send("<b/>", On);
        invoice.Deliver(On);
        told.Add(Told(() => invoice.Deliver(On)));

        Assert.That(told, Is.EqualTo(new[] { "send", "deliver reject", "retry", "" }));

        static string Told(Action move) => string.Join(' ', Assert.Throws<BusinessException>(move)!.Allowed);
    }

    [TestCase(null, TestName = "All of it")]
    [TestCase(new[] { 1 }, TestName = "All of it, line by line")]
    public void Credit_OfAllThatWasRejected_StaysWithUsAndEndsItsDelivery(int[]? lines)
    {
        var invoice = Rejected();

        var note = invoice.Credit(lines, "Why", On with { At = On.At + Duration.FromDays(2) });

        Assert.That((note.Kind, note.HasFile, note.Total), Is.EqualTo((InvoiceKind.CreditNote, false, new Money(73200))));
        var attempt = invoice.ToState().Deliveries.Single();
        Assert.That((attempt.State, attempt.Code, attempt.File), Is.EqualTo((DeliveryState.Withdrawn, "00311", "<a/>")));
        Assert.That(invoice.ToState().IsResendOverdueOn(new(2027, 1, 1)), Is.False);
        Assert.That(() => invoice.PrepareAgain(new(2), On), Refused.With("illegal_delivery_move"));
    }

    [Test]
    public void Credit_OfAllThatWasPreparedAgainAndNotSent_StaysWithUsToo()
    {
        var invoice = Rejected();
        invoice.PrepareAgain(new(2), On);

        var note = invoice.Credit(null, "Why", On with { At = On.At + Duration.FromDays(2) });

        Assert.That((note.HasFile, invoice.ToState().ResendBy), Is.EqualTo((false, (LocalDate?)null)));
        Assert.That(
            invoice.ToState().Deliveries.Select(attempt => attempt.State), Is.EqualTo(new[] { DeliveryState.Rejected, DeliveryState.Withdrawn }));
    }

    [Test]
    public void Credit_OfAPartOfWhatWasRejected_HasAFileAndLeavesItToBeSentAgain()
    {
        var invoice = Rejected(charges: [InvoiceSamples.Fee(365_00), .. InvoiceSamples.Work(1, ReportContentSamples.Labour(1, 60, 6000))]);
        var on = On with { At = On.At + Duration.FromDays(2) };

        Assert.That(invoice.Credit([2], "Why", on).HasFile, Is.True);
        // The rest, too: what was credited first went to the exchange system, so the invoice has to follow.
        Assert.That(invoice.Credit(null, "Why", on).HasFile, Is.True);
        Assert.That(invoice.ToState().Status, Is.EqualTo(InvoiceStatus.Credited));
        Assert.That(() => invoice.PrepareAgain(new(2), On), Throws.Nothing);
    }

    [Test]
    public void Credit_OfAllThatWasSentAgain_HasAFile()
    {
        var invoice = Rejected();
        invoice.PrepareAgain(new(2), On);
        invoice.Send("<b/>", On);
        Assert.That(invoice.Credit(null, "Why", On with { At = On.At + Duration.FromDays(2) }).HasFile, Is.True);
        Assert.That(invoice.ToState().Deliveries[^1].State, Is.EqualTo(DeliveryState.Sent));
    }

    [TestCase(1, "00001")]
    [TestCase(35, "0000Z")]
    [TestCase(36, "00010")]
    [TestCase(60466175, "ZZZZZ")]
    public void Progressive_IsACountToBase36(int count, string text) =>
        Assert.That((new Progressive(count).ToString(), Progressive.Parse(text).Count), Is.EqualTo((text, count)));

    private static Invoice Issued(params Charge[] charges) =>
        Invoice.FromState(InvoiceSamples.State(InvoiceSamples.Issued(charges is [] ? [InvoiceSamples.Fee(60000)] : charges)));

    private static Invoice Rejected(string at = "2026-12-02 10:00", params Charge[] charges)
    {
        var invoice = Invoice.Draft(InvoiceSamples.Customer().Id, InvoiceSamples.Month, null, On);
        invoice.Issue(Sealed(charges), new(1), On);
        invoice.Send("<a/>", On);
        invoice.Reject("00311", "Why", On with { At = TestKit.Sla.Moments.Rome(at) });
        return invoice;
    }

    private static SealedInvoice Sealed(params Charge[] charges) =>
        new(InvoiceSamples.Issued(charges is [] ? [InvoiceSamples.Fee(60000)] : charges), "{}", new string('0', 64));
}
