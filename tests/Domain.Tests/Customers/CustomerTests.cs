using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Shared;
using MisterAssist.TestKit.Customers;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Domain.Tests.Customers;

public sealed class CustomerTests
{
    private static readonly CountryCode France = CountryCode.Create("fr", "country");

    [Test]
    public void Details_OfACompanyWithoutNumbers_AreRefused() =>
        Assert.That(() => CustomerSamples.Details(vatNumber: null), Refused.With("company_without_number"));

    [Test]
    public void Details_OfACompanyWithATaxCodeAlone_AreTaken() =>
        Assert.That(CustomerSamples.Details(vatNumber: null, taxCode: "01234567897").TaxCode!.Value, Is.EqualTo("01234567897"));

    [Test]
    public void Details_OfAPrivateCustomer_NeedNoNumber() =>
        Assert.That(CustomerSamples.Details(PartyKind.Private).VatNumber, Is.Null);

    [Test]
    public void Details_OfAPrivateCustomerWithAVatNumber_AreRefused() => Assert.That(
        () => CustomerDetails.Create(
            PartyKind.Private, "Ada Prova", VatNumber.Create("01234567897", CountryCode.Italy), null, CustomerSamples.Address(),
            InvoiceDelivery.None, null, null, false),
        Refused.With("private_with_vat_number"));

    [Test]
    public void Details_OfAPrivateCustomerWithTheCodeOfAnOrganisation_AreRefused() => Assert.That(
        () => CustomerSamples.Details(PartyKind.Private, taxCode: "01234567897"), Refused.With("private_with_code_of_organisation"));

    [TestCase("2012", "MI", "invalid_postal_code")]
    [TestCase("201211", "MI", "invalid_postal_code")]
    [TestCase("2012A", "MI", "invalid_postal_code")]
    [TestCase("20121", null, "invalid_province")]
    [TestCase("20121", "M", "invalid_province")]
    [TestCase("20121", "M1", "invalid_province")]
    public void Address_InItaly_NeedsItsPostalCodeAndProvince(string postalCode, string? province, string code) => Assert.That(
        () => PostalAddress.Create("Via di Prova 1", postalCode, "Milano", province, CountryCode.Italy, "address"), Refused.With(code));

    [Test]
    public void Address_Elsewhere_HasNoProvinceAndAPostalCodeOfItsOwn()
    {
        var address = PostalAddress.Create("1 rue d'Essai", "CEDEX 01", "Paris", null, France, "address");

        Assert.That((address.PostalCode, address.Province, address.Country.Value), Is.EqualTo(("CEDEX 01", (string?)null, "FR")));
        Assert.That(() => PostalAddress.Create("1 rue d'Essai", "75001", "Paris", "PA", France, "address"), Refused.With("invalid_province"));
    }

    [TestCase("XX")]
    [TestCase("EU")]
    [TestCase("UK")]
    [TestCase("")]
    public void Country_ThatIsNone_IsRefused(string code) =>
        Assert.That(() => CountryCode.Create(code, "country"), Refused.With("unknown_country"));

    [TestCase("abc1234", null, "ABC1234")]
    [TestCase("0000000", null, null)]
    [TestCase("0000000", "a@pec.example.it", null)]
    [TestCase(null, "a@pec.example.it", null)]
    [TestCase(null, null, null)]
    public void Delivery_ToACodeOrToAnAddress_IsTaken(string? code, string? email, string? kept)
    {
        var delivery = InvoiceDelivery.Create(code, email);

        Assert.That((delivery.RecipientCode, delivery.CertifiedEmail), Is.EqualTo((kept, email)));
    }

    [TestCase("ABC1234", "a@pec.example.it", "two_invoice_addresses")]
    [TestCase("ABC123", null, "invalid_recipient_code")]
    [TestCase("ABC-234", null, "invalid_recipient_code")]
    public void Delivery_ToBothOrToWhatIsNone_IsRefused(string code, string? email, string refusal) =>
        Assert.That(() => InvoiceDelivery.Create(code, email), Refused.With(refusal));

    [Test]
    public void Change_OfSomeDetails_TellsTheirNamesAndNoPersonalValue()
    {
        var customer = CustomerSamples.Customer();

        var changes = customer.Change(CustomerSamples.Details(name: "Forno nuovo", email: null, askBeforeAnyPart: true));

        Assert.That(
            changes,
            Is.EqualTo((Change[])[new("name", null, null), new("email", null, null), new("askBeforeAnyPart", "false", "true")]));
        Assert.That((customer.Version, customer.Details.Name), Is.EqualTo((2, "Forno nuovo")));
    }

    [Test]
    public void Change_ToTheSame_IsNone()
    {
        var customer = CustomerSamples.Customer();

        Assert.That(customer.Change(CustomerSamples.Details()), Is.Empty);
        Assert.That(customer.Version, Is.EqualTo(1));
    }

    [Test]
    public void Consent_ByDefault_IsOfTheDayInRome()
    {
        var consent = Recorded(givenOn: null, "2026-11-20T23:30:00Z");

        Assert.That(consent.GivenOn, Is.EqualTo(new LocalDate(2026, 11, 21)));
    }

    [Test]
    public void Consent_OfTomorrow_IsRefused() =>
        Assert.That(() => Recorded(new(2026, 11, 21), "2026-11-20T18:30:00Z"), Refused.With("consent_in_the_future"));

    [Test]
    public void Withdraw_Consent_HappensOnceAndKeepsWhatWasGiven()
    {
        var consent = Recorded(new(2026, 11, 20), "2026-11-20T18:30:00Z");
        var at = Moments.Utc("2026-11-25T10:00:00Z");

        consent.Withdraw(new(2026, 11, 24), Actor.System, at);

        Assert.That(consent.Withdrawal, Is.EqualTo(new ConsentWithdrawal(new(2026, 11, 24), "MisterAssist", at)));
        Assert.That((consent.GivenOn, consent.Version), Is.EqualTo((new LocalDate(2026, 11, 20), 2)));
        Assert.That(() => consent.Withdraw(null, Actor.System, at), Refused.With("consent_withdrawn"));
    }

    [TestCase(19, "consent_withdrawn_before_given")]
    [TestCase(26, "consent_in_the_future")]
    public void Withdraw_OnADayThatCannotBe_IsRefused(int day, string code)
    {
        var consent = Recorded(new(2026, 11, 20), "2026-11-20T18:30:00Z");

        Assert.That(
            () => consent.Withdraw(new(2026, 11, day), Actor.System, Moments.Utc("2026-11-25T10:00:00Z")), Refused.With(code));
    }

    private static Consent Recorded(LocalDate? givenOn, string at) => Consent.Record(
        CustomerId.New(Moments.Utc(at)), ConsentKind.PrivacyPolicy, "2026-01", givenOn, Actor.System, Moments.Utc(at));
}
