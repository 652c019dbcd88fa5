using System.Xml.Linq;
using System.Xml.XPath;
using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using MisterAssist.Infrastructure.Invoices.FatturaPa;
using MisterAssist.TestKit.Customers;
using MisterAssist.TestKit.Invoices;
using MisterAssist.TestKit.Invoices.FatturaPa;
using MisterAssist.TestKit.WorkReports;

namespace MisterAssist.Infrastructure.Tests.Invoices.FatturaPa;

/// <summary>Whatever is billed, to whomever: what is written passes the checks, and is valid to the schema.</summary>
public sealed class ElectronicInvoicesPropertiesTests
{
    private static readonly string[] Texts =
    [
        "Manodopera in sede", "“Perché?” – 12 €…", "Čtvrť 漢字 😀", "a\tb\r\nc\u0000\u0085", "<&>\"'", new string('ž', 1500), "\uD83D", "…",
    ];

    private static readonly BilledCustomer[] Customers =
    [
        InvoiceSamples.Customer(),
        InvoiceSamples.Customer(Taxation.Create(splitPayment: true, null)) with { TaxCode = ItalianNumbers.Eleven("0765432109") },
        InvoiceSamples.Customer(Taxation.Create(splitPayment: false, FatturaPaSamples.Exemption)) with { Name = "Ærøskøbing – Ťažké ťahy s.r.o. “€”" },
        InvoiceSamples.Customer() with { Kind = PartyKind.Private, VatNumber = null, TaxCode = ItalianNumbers.Sixteen("RSSMRA80A01F205") },
        InvoiceSamples.Customer() with { BillingAddress = Address("GR"), VatNumber = "123456789" },
        InvoiceSamples.Customer() with { Kind = PartyKind.Private, BillingAddress = Address("GB"), VatNumber = null },
    ];

    private static Gen<string> AnyText => Gen.OneOf(
        Gen.Elements(Texts), from characters in Gen.Choose(1, 0xFFFF).Select(code => (char)code).ArrayOf() select $"Voce {new string(characters)}");

    private static Gen<long> Cents => Gen.OneOf(Gen.Choose(1, 1000), Gen.Choose(1, 999_999_999)).Select(cents => (long)cents);

    private static Gen<int> Rates => Gen.Elements(4, 5, 10, 22);

    private static Gen<ReportLine[]> Items =>
        from text in AnyText
        from rate in Rates
        from cents in Cents
        from quantity in Gen.Choose(1, 600)
        from isLabour in Gen.Elements(true, false)
        from percent in Gen.Elements(0, 1, 40, 100)
        let usual = isLabour
            ? ReportContentSamples.Labour(1, quantity, cents)
            : ReportContentSamples.Item(1, ReportLineKind.Part, text, text, quantity, cents)
        let item = usual with { VatPercent = rate, Description = new(text, text) }
        let off = item.Amount.Percent(percent)
        select off.Cents == 0
            ? new[] { item }
            : [item, ReportContentSamples.Discount(2, 1, DiscountReason.OurFault, percent, -off.Cents) with { VatPercent = rate }];

    private static Gen<Charge> Fees =>
        from cents in Cents
        from days in Gen.Choose(1, 365)
        from isCredit in Gen.Elements(true, false)
        from number in Gen.Choose(1, 20)
        select InvoiceSamples.Fee(cents, days, isCredit, number);

    private static Gen<InvoiceContent> Contents =>
        from customer in Gen.Elements(Customers)
        from fees in Fees.ListOf()
        from reports in Items.NonEmptyListOf()
        select InvoiceSamples.Issued([.. fees, .. reports.SelectMany((lines, i) => InvoiceSamples.Work(i + 1, lines))], customer);

    private static Gen<InvoiceContent> Deliverable =>
        from content in Contents
        where content.Kind != InvoiceKind.Statement
        from reason in AnyText
        from credited in Gen.Elements(true, false)
        from line in Gen.Choose(1, content.Lines.Count)
        select credited && content.Kind == InvoiceKind.Invoice ? CreditedOr(content, reason, line) : content;

    /// <summary>The note that takes a line back, where it can be, and comes to something.</summary>
    private static InvoiceContent CreditedOr(InvoiceContent content, string reason, int line)
    {
        try
        {
            return InvoiceSamples.CreditNote(content, reason, line) is { Kind: InvoiceKind.CreditNote } note ? note : content;
        }
        catch (BusinessException)
        {
            return content;
        }
    }

    [Property(MaxTest = 200)]
    public Property Write_WhateverIsBilled_PassesTheChecks() =>
        Prop.ForAll(Deliverable.ToArbitrary(), content => CheckFault.AllOf(XDocument.Parse(FatturaPaSamples.Write(content).Xml)).Count == 0);

    [Test]
    public void Write_WhateverIsBilled_IsValidToTheSchema()
    {
        RequireSchema();

        Prop.ForAll(
            Deliverable.ToArbitrary(),
            content => Assert.That(FatturaPaSchema.FaultsOf(XDocument.Parse(FatturaPaSamples.Write(content).Xml)), Is.Empty)).QuickCheckThrowOnFailure();
    }

    [TestCase("//Numero")]
    [TestCase("//Nazione")]
    public void Schema_WhatWasTamperedWith_IsNotValid(string path)
    {
        RequireSchema();
        var document = FatturaPaSamples.Read(FatturaPaSamples.Ordinary());

        document.XPathSelectElement(path)!.Value = "Ω";

        Assert.That(FatturaPaSchema.FaultsOf(document), Is.Not.Empty);
    }

    private static void RequireSchema()
    {
        if (!FatturaPaSchema.IsThere)
            Assert.Ignore(FatturaPaSchema.Missing);
    }

    private static PostalAddress Address(string country) =>
        PostalAddress.Create("Οδός Αθηνάς 1", "SW1A 1AA", "Αθήνα – London", null, CountryCode.Create(country, "country"), "address");
}
