using MisterAssist.Application.Customers;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Tests.Customers;

public sealed class GivenCustomerValidatorTests
{
    private static readonly GivenAddress Address = new("Via di Prova 1", "20121", "Milano", "MI", "IT");

    private static readonly GivenCustomer Right = new(
        PartyKind.Company, "Forno di prova", "01234567897", null, Address, null, null, "ufficio@example.it", "+39 02 0000000", false);

    [Test]
    public void Validate_WhatIsRight_FindsNothing() => Assert.That(Faults.Of(new GivenCustomerValidator(), Right), Is.Empty);

    [Test]
    public void Validate_WhatIsEmptyOrTooLong_FindsEach()
    {
        var wrong = Right with
        {
            Name = " ",
            VatNumber = new('1', 41),
            RecipientCode = "ABC",
            BillingAddress = new("", new('1', 11), new('x', 61), "MIL", "ITA"),
        };

        Assert.That(Faults.Of(new GivenCustomerValidator(), wrong), Is.EqualTo((string[])
        [
            "BillingAddress.City: MaximumLengthValidator", "BillingAddress.Country: ExactLengthValidator",
            "BillingAddress.PostalCode: MaximumLengthValidator", "BillingAddress.Province: ExactLengthValidator",
            "BillingAddress.Street: NotEmptyValidator", "Name: NotEmptyValidator", "RecipientCode: ExactLengthValidator",
            "VatNumber: MaximumLengthValidator",
        ]));
    }

    [TestCase("a@b.it", true)]
    [TestCase("first.last+tag@mail.example.co.uk", true)]
    [TestCase("nobody", false)]
    [TestCase("a@b", false)]
    [TestCase("a b@c.it", false)]
    [TestCase("a@b.it\n", false)]
    [TestCase("@b.it", false)]
    public void Validate_Email_KnowsAnAddressByItsForm(string email, bool isOne) =>
        Assert.That(Faults.Of(new GivenCustomerValidator(), Right with { Email = email }), isOne ? Is.Empty : Has.Count.EqualTo(1));

    [TestCase("+39 02 0000000", true)]
    [TestCase("02/000.00-00", true)]
    [TestCase("0039 (02) 0000000", true)]
    [TestCase("call me", false)]
    [TestCase("12", false)]
    [TestCase("+39 02 0000000 ext 5", false)]
    public void Validate_Phone_KnowsANumberByItsForm(string phone, bool isOne) =>
        Assert.That(Faults.Of(new GivenCustomerValidator(), Right with { Phone = phone }), isOne ? Is.Empty : Has.Count.EqualTo(1));
}
