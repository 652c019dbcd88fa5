using FluentValidation;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>A customer as a caller writes them down, not yet known to be right.</summary>
/// <param name="Kind">Company or private.</param>
/// <param name="Name">Of the company, or first and last name.</param>
/// <param name="VatNumber">In any case, with or without prefix; null for none.</param>
/// <param name="TaxCode">In any case; null for none.</param>
/// <param name="BillingAddress">Where invoices are made out to.</param>
/// <param name="RecipientCode">Of the exchange system; null for none.</param>
/// <param name="CertifiedEmail">PEC; null for none.</param>
/// <param name="Email">Null for none.</param>
/// <param name="Phone">Null for none.</param>
/// <param name="AskBeforeAnyPart">Whether they want to be asked before any part is fitted.</param>
/// <param name="Taxation">How VAT is charged to them; null for as to anybody.</param>
public sealed record GivenCustomer(
    PartyKind Kind, string Name, string? VatNumber, string? TaxCode, GivenAddress BillingAddress, string? RecipientCode, string? CertifiedEmail,
    string? Email, string? Phone, bool AskBeforeAnyPart, GivenTaxation? Taxation = null)
{
    /// <summary>Of a VAT number or tax code as it may be written, with a prefix and spaces.</summary>
    public const int MaxNumberLength = 40;

    /// <exception cref="Domain.Shared.BusinessException">Something of it is against a rule.</exception>
    public CustomerDetails ToDetails()
    {
        var address = BillingAddress.ToAddress("billingAddress");
        return CustomerDetails.Create(
            Kind,
            Name,
            VatNumber is null ? null : Domain.Customers.VatNumber.Create(VatNumber, address.Country),
            TaxCode is null ? null : Domain.Customers.TaxCode.Create(TaxCode),
            address,
            InvoiceDelivery.Create(RecipientCode, CertifiedEmail),
            Email,
            Phone,
            AskBeforeAnyPart,
            Taxation?.ToTaxation());
    }
}

/// <summary>How VAT is charged to a customer, as a caller writes it down.</summary>
/// <param name="SplitPayment">Whether the customer pays the VAT to the tax office itself.</param>
/// <param name="Nature">The exchange system's code for why no VAT is charged; null where it is.</param>
/// <param name="Reference">The law or the declaration of intent; null where VAT is charged.</param>
public sealed record GivenTaxation(bool SplitPayment, string? Nature, string? Reference)
{
    /// <exception cref="Domain.Shared.BusinessException">There is no such code, or there is no VAT to be split.</exception>
    public Taxation ToTaxation() =>
        Domain.Customers.Taxation.Create(SplitPayment, Nature is null ? null : VatExemption.Create(Nature, Reference ?? ""));
}

internal sealed class GivenCustomerValidator : AbstractValidator<GivenCustomer>
{
    public GivenCustomerValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(CustomerDetails.MaxNameLength);
        RuleFor(c => c.VatNumber).MaximumLength(GivenCustomer.MaxNumberLength);
        RuleFor(c => c.TaxCode).MaximumLength(GivenCustomer.MaxNumberLength);
        RuleFor(c => c.BillingAddress).SetValidator(new GivenAddressValidator());
        RuleFor(c => c.RecipientCode!).Length(InvoiceDelivery.RecipientCodeLength).When(c => c.RecipientCode is not null);
        RuleFor(c => c.CertifiedEmail).IsEmailAddress();
        RuleFor(c => c.Email).IsEmailAddress();
        RuleFor(c => c.Phone).IsPhoneNumber();
        RuleFor(c => c.Taxation!.Reference).NotEmpty().MaximumLength(VatExemption.MaxReferenceLength)
            .When(c => c.Taxation?.Nature is not null).OverridePropertyName("Taxation.Exemption.Reference");
        RuleFor(c => c.Taxation!.Nature).MaximumLength(VatExemption.MaxNatureLength)
            .When(c => c.Taxation is not null).OverridePropertyName("Taxation.Exemption.Nature");
    }
}
