using Microsoft.Extensions.Configuration;
using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Invoices.FatturaPa;
using MisterAssist.TestKit.Customers;

namespace MisterAssist.Infrastructure.Tests.Invoices.FatturaPa;

public sealed class SellerSettingsTests
{
    [Test]
    public void From_WhatIsNeeded_HasTheRestByItself()
    {
        var seller = SellerSettings.From(FatturaPaSamples.Settings("Iban="));

        Assert.That(
            (seller.VatNumber, seller.TaxCode, seller.TaxRegime, seller.Seat.Country.Value, seller.Seat.Province, seller.Iban, seller.TransmitterId),
            Is.EqualTo((FatturaPaSamples.VatNumber, (object?)null, "RF01", "IT", "MI", (string?)null, FatturaPaSamples.VatNumber)));
    }

    [Test]
    public void From_ATaxCodeOfItsOwn_IsWhoHandsTheFilesOver()
    {
        var taxCode = ItalianNumbers.Sixteen("RSSMRA80A01F205");

        Assert.That(SellerSettings.From(FatturaPaSamples.Settings($"TaxCode={taxCode}")).TransmitterId, Is.EqualTo(taxCode));
    }

    [Test]
    public void From_EverySetting_ReadsThem()
    {
        var taxCode = ItalianNumbers.Sixteen("RSSMRA80A01F205");

        var seller = SellerSettings.From(FatturaPaSamples.Settings($"TaxCode={taxCode}", "TaxRegime=RF19", "TransmitterId=01234567897"));

        Assert.That(
            (seller.TaxCode, seller.TaxRegime, seller.Iban, seller.TransmitterId), Is.EqualTo((taxCode, "RF19", FatturaPaSamples.Iban, "01234567897")));
    }

    [TestCase("Name=", "Company:Name is missing")]
    [TestCase("VatNumber=  ", "Company:VatNumber is missing")]
    [TestCase("VatNumber=12345678901", "Company:VatNumber: ")]
    [TestCase("TaxCode=RSSMRA80A01F205A", "Company:TaxCode: ")]
    [TestCase("TaxRegime=RF03", "Company:TaxRegime must")]
    [TestCase("Seat:Street=", "Company:Seat:Street is missing")]
    [TestCase("Seat:PostalCode=", "Company:Seat:PostalCode is missing")]
    [TestCase("Seat:PostalCode=2012", "Company:Seat: An Italian postal code")]
    [TestCase("Seat:City=", "Company:Seat:City is missing")]
    [TestCase("Seat:Province=", "Company:Seat: An Italian address needs a province")]
    [TestCase("Seat:Country=QQ", "Company:Seat: 'QQ'")]
    [TestCase("Iban=IT60X0542811101000000123457", "Company:Iban is no IBAN")]
    [TestCase("Iban=60X", "Company:Iban is no IBAN")]
    [TestCase("TransmitterId=12", "Company:TransmitterId must")]
    public void From_ASettingThatIsMissingOrWrong_NamesIt(string setting, string told) => Assert.That(
        () => SellerSettings.From(FatturaPaSamples.Settings(setting)),
        Throws.TypeOf<SettingsException>().With.Message.Contains($": {told}").And.Message.Not.Contains("\n"));

    [Test]
    public void From_Nothing_NamesAllThatIsNeeded()
    {
        var wrong = Assert.Throws<SettingsException>(() => SellerSettings.From(new ConfigurationBuilder().Build()));

        Assert.That(wrong!.Message, Does.EndWith(
            ": Company:Name is missing; Company:VatNumber is missing; Company:Seat:Street is missing; Company:Seat:PostalCode is missing; "
            + "Company:Seat:City is missing."));
    }
}
