using Microsoft.Extensions.Configuration;
using MisterAssist.Api.Invoices;
using MisterAssist.Application.Invoices;
using MisterAssist.Application.Shared;

namespace MisterAssist.Api.Tests.Invoices;

public sealed class InvoiceSettingsSourceTests
{
    [Test]
    public void From_Nothing_IsAMonthAndNoAccount() => Assert.That(From(("Company:Iban", " ")).Terms, Is.EqualTo(new PaymentTerms(30, null)));

    [Test]
    public void From_Settings_ReadsThem()
    {
        var terms = From(("Company:Iban", "it60 x054 2811 1010 0000 0123 456"), ("Invoices:PaymentDays", "0")).Terms;

        Assert.That((terms.Days, terms.Iban?.Value), Is.EqualTo((0, "IT60X0542811101000000123456")));
    }

    [TestCase("Company:Iban", "IT60X0542811101000000123457")]
    [TestCase("Invoices:PaymentDays", "366")]
    public void From_ASettingThatIsNone_NamesIt(string setting, string value) =>
        Assert.That(() => From((setting, value)), Throws.TypeOf<SettingsException>().With.Message.Contains(setting));

    private static InvoiceSettings From(params (string Key, string Value)[] settings) => InvoiceSettingsSource.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build());
}
