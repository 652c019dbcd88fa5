using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Customers;

/// <summary>All of a customer that can change.</summary>
public sealed record CustomerDetails
{
    /// <summary>As an electronic invoice has room for.</summary>
    public const int MaxNameLength = 80;
    public const int MaxEmailLength = 254;
    public const int MaxPhoneLength = 30;

    private CustomerDetails(
        PartyKind kind, string name, VatNumber? vatNumber, TaxCode? taxCode, PostalAddress billingAddress, InvoiceDelivery delivery,
        string? email, string? phone, bool askBeforeAnyPart, Taxation taxation) =>
        (Kind, Name, VatNumber, TaxCode, BillingAddress, Delivery, Email, Phone, AskBeforeAnyPart, Taxation) =
        (kind, name, vatNumber, taxCode, billingAddress, delivery, email, phone, askBeforeAnyPart, taxation);

    public PartyKind Kind { get; }

    /// <summary>Of the company, or first and last name.</summary>
    public string Name { get; }

    /// <summary>Null where there is none; a private customer never has one.</summary>
    public VatNumber? VatNumber { get; }

    /// <summary>Null where it is not known.</summary>
    public TaxCode? TaxCode { get; }

    /// <summary>Where invoices are made out to; its country decides which VAT number is a good one.</summary>
    public PostalAddress BillingAddress { get; }

    public InvoiceDelivery Delivery { get; }

    /// <summary>Null where it is not known.</summary>
    public string? Email { get; }

    /// <summary>Null where it is not known.</summary>
    public string? Phone { get; }

    /// <summary>Whether the customer wants to be asked before any part is fitted, whatever its value.</summary>
    public bool AskBeforeAnyPart { get; }

    /// <summary>How VAT is charged to them.</summary>
    public Taxation Taxation { get; }

    /// <exception cref="BusinessException">
    /// A company has neither a VAT number nor a tax code, or a private customer has a VAT number or the tax code of an organisation.
    /// </exception>
    public static CustomerDetails Create(
        PartyKind kind, string name, VatNumber? vatNumber, TaxCode? taxCode, PostalAddress billingAddress, InvoiceDelivery delivery,
        string? email, string? phone, bool askBeforeAnyPart, Taxation? taxation = null)
    {
        if (kind == PartyKind.Company && vatNumber is null && taxCode is null)
            throw CustomerErrors.CompanyWithoutNumber();
        if (kind == PartyKind.Private && vatNumber is not null)
            throw CustomerErrors.PrivateWithVatNumber();
        if (kind == PartyKind.Private && taxCode is { IsOfPerson: false })
            throw CustomerErrors.PrivateWithCodeOfOrganisation();

        return new(
            kind, name.Trim(), vatNumber, taxCode, billingAddress, delivery, email, phone, askBeforeAnyPart, taxation ?? Taxation.Ordinary);
    }

    /// <summary>What differs, by the names of the API. Values are told only where they say nothing about a person.</summary>
    internal IReadOnlyList<Events.Change> DifferencesFrom(CustomerDetails before)
    {
        (string Field, object? Before, object? After, bool IsPersonal)[] fields =
        [
            ("kind", Lower(before.Kind), Lower(Kind), false),
            ("name", before.Name, Name, true),
            ("vatNumber", before.VatNumber, VatNumber, true),
            ("taxCode", before.TaxCode, TaxCode, true),
            ("billingAddress", before.BillingAddress, BillingAddress, true),
            ("recipientCode", before.Delivery.RecipientCode, Delivery.RecipientCode, true),
            ("certifiedEmail", before.Delivery.CertifiedEmail, Delivery.CertifiedEmail, true),
            ("email", before.Email, Email, true),
            ("phone", before.Phone, Phone, true),
            ("askBeforeAnyPart", Lower(before.AskBeforeAnyPart), Lower(AskBeforeAnyPart), false),
            ("taxation", before.Taxation, Taxation, true),
        ];
        return
        [
            .. from field in fields
               where !Equals(field.Before, field.After)
               select field.IsPersonal
                   ? new Events.Change(field.Field, null, null)
                   : new Events.Change(field.Field, field.Before?.ToString(), field.After?.ToString()),
        ];
    }

    private static string Lower(object value) => value.ToString()!.ToLowerInvariant();
}
