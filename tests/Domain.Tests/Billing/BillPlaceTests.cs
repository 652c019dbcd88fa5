using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Invoices;
using MisterAssist.TestKit.WorkReports;

namespace MisterAssist.Domain.Tests.Billing;

/// <summary>A fee of a year (1), days of it given back (2), those days charged for another plan (3), and some of them given back (4).</summary>
public sealed class BillPlaceTests
{
    private static readonly ContractId Contract = ContractId.New(InvoiceSamples.IssuedAt);

    private static readonly InvoiceId Issued = InvoiceId.New(InvoiceSamples.IssuedAt);

    private static readonly InvoiceId Draft = InvoiceId.New(InvoiceSamples.IssuedAt);

    [Test]
    public void Sort_WhatIsCharged_BelongsToTheMonth()
    {
        var work = InvoiceSamples.Work(1, ReportContentSamples.CallOutAndLabour());

        var sorted = BillPlace.Sort([.. work, Fee(1), Fee(3)], []);

        Assert.That(sorted.Select(place => place.Key), Is.EqualTo(new[] { BillPlace.OfTheMonth }));
        Assert.That(sorted[BillPlace.OfTheMonth].Count(), Is.EqualTo(work.Length + 2));
    }

    [Test]
    public void Sort_WhatIsGivenBack_BelongsWhereItWasCharged()
    {
        var standing = new[] { Standing(1, Issued, new(InvoiceKind.Invoice, 2026, 1)), Standing(3, Draft, null) };

        var sorted = BillPlace.Sort([Fee(2), Fee(4)], standing);

        Assert.That(NumbersOf(sorted, new(null, Issued)), Is.EqualTo(new[] { 2 }));
        Assert.That(NumbersOf(sorted, new(Draft, null)), Is.EqualTo(new[] { 4 }));
    }

    [Test]
    public void Sort_WhatIsGivenBackOfWhatIsOpen_BelongsWithIt()
    {
        var standing = new[] { Standing(1, Issued, new(InvoiceKind.Invoice, 2026, 1)) };

        var sorted = BillPlace.Sort([Fee(4), Fee(3), Fee(2)], standing);

        Assert.That(NumbersOf(sorted, new(null, Issued)), Is.EqualTo(new[] { 2 }));
        Assert.That(NumbersOf(sorted, BillPlace.OfTheMonth), Is.EquivalentTo(new[] { 3, 4 }));
    }

    [Test]
    public void Sort_ContractsAreKeptApart()
    {
        var other = Standing(1, Issued, new(InvoiceKind.Invoice, 2026, 1)) with { ContractId = ContractId.New(InvoiceSamples.IssuedAt) };

        Assert.That(NumbersOf(BillPlace.Sort([Fee(1), Fee(2)], [other]), BillPlace.OfTheMonth), Is.EquivalentTo(new[] { 1, 2 }));
    }

    [Test]
    public void Sort_AFeeOfAnotherContract_IsNotTheOneThatIsGivenBack()
    {
        var later = Fee(3) with { Origin = ChargeOrigin.Of(ContractId.New(InvoiceSamples.IssuedAt), Fee(3).Origin.Fee!) };

        var sorted = BillPlace.Sort([later, Fee(4)], [Standing(1, Issued, new(InvoiceKind.Invoice, 2026, 1))]);

        Assert.That(NumbersOf(sorted, new(null, Issued)), Is.EqualTo(new[] { 4 }));
    }

    private static IEnumerable<int> NumbersOf(ILookup<BillPlace, Charge> sorted, BillPlace place) => sorted[place].Select(charge => charge.Origin.Fee!.Number);

    private static StandingFee Standing(int number, InvoiceId invoice, InvoiceNumber? issued) =>
        new(Contract, Fee(number).Origin.Fee!, ChargeId.New(InvoiceSamples.IssuedAt), invoice, issued);

    private static Charge Fee(int number)
    {
        var year = FeeYear.Of(new(2026, 1, 1), 0);
        var from = year.From.PlusDays(number is 1 ? 0 : number is 4 ? 200 : 100);
        var fee = new ContractFee(number, number % 2 == 0, from, year.To, year, new PlanCode(number < 3 ? "silver" : "gold"), new(new(365_00), 22));
        return new(
            ChargeId.New(InvoiceSamples.IssuedAt), CustomerId.New(InvoiceSamples.IssuedAt), ChargeOrigin.Of(Contract, fee), from,
            ChargedLine.Of(fee, new("Argento", "Silver")));
    }
}
