using System.Text.Json.Nodes;
using MisterAssist.Api.Shared;
using MisterAssist.Domain.Customers;
using NodaTime;

namespace MisterAssist.Api.Customers;

/// <summary>What the documentation shows: a bakery that does not exist.</summary>
internal static class CustomerExamples
{
    public const string Id = "cus_01kaj3b6q0e1r8v5x2m9t4c7hw";

    public static readonly Instant CreatedAt = Instant.FromUtc(2026, 11, 20, 18, 30);

    public static AddressRequest Address { get; } = new()
    {
        Street = "Via dei Mulini 12",
        PostalCode = "20121",
        City = "Milano",
        Province = "MI",
        Country = "IT",
    };

    public static AddressResponse AddressAnswer { get; } = new()
    {
        Street = Address.Street,
        PostalCode = Address.PostalCode,
        City = Address.City,
        Province = Address.Province,
        Country = "IT",
    };

    public static CustomerRequest Request { get; } = new()
    {
        Kind = PartyKind.Company,
        Name = "Forno Esempio S.r.l.",
        VatNumber = "IT01234567897",
        BillingAddress = Address,
        CertifiedEmail = "forno@pec.example.it",
        Email = "ufficio@forno.example.it",
        Phone = "+39 02 0000000",
    };

    public static CustomerResponse Customer { get; } = new()
    {
        Id = Id,
        Kind = PartyKind.Company,
        Name = Request.Name,
        VatNumber = "01234567897",
        TaxCode = null,
        BillingAddress = AddressAnswer,
        RecipientCode = null,
        CertifiedEmail = Request.CertifiedEmail,
        Email = Request.Email,
        Phone = Request.Phone,
        AskBeforeAnyPart = false,
        Taxation = new() { SplitPayment = false, Exemption = null },
        CreatedAt = CreatedAt,
    };

    public static JsonObject Patch => new()
    {
        ["askBeforeAnyPart"] = true,
        ["billingAddress"] = new JsonObject { ["street"] = "Via dei Mulini 14" },
        ["taxation"] = new JsonObject
        {
            ["exemption"] = new JsonObject { ["nature"] = "N3.1", ["reference"] = "Art. 8, c. 1, lett. a), D.P.R. 633/1972" },
        },
    };

    public static PageResponse<CustomerResponse> Page { get; } = new() { Data = [Customer], NextCursor = null };
}

internal static class SiteExamples
{
    public const string Id = "sit_01kaj3b6q0e1r8v5x2m9t4c7hw";

    public static SiteRequest Request { get; } = new()
    {
        Name = "Laboratorio",
        Address = CustomerExamples.Address,
        TimeZone = "Europe/Rome",
        Notes = "Citofono 3; il rack è nel seminterrato.",
    };

    public static SiteResponse Site { get; } = new()
    {
        Id = Id,
        CustomerId = CustomerExamples.Id,
        Name = Request.Name,
        Address = CustomerExamples.AddressAnswer,
        TimeZone = "Europe/Rome",
        Notes = Request.Notes,
        CreatedAt = CustomerExamples.CreatedAt,
    };

    public static JsonObject Patch => new() { ["name"] = "Laboratorio e negozio", ["notes"] = null };

    public static PageResponse<SiteResponse> Page { get; } = new() { Data = [Site], NextCursor = null };
}

internal static class ContactExamples
{
    public static ContactRequest Request { get; } = new()
    {
        Name = "Ada Esempio",
        Email = "ada@forno.example.it",
        Phone = "+39 02 0000001",
        Role = "Responsabile di negozio",
    };

    public static ContactResponse Contact { get; } = new()
    {
        Id = "cnt_01kaj3b6q0e1r8v5x2m9t4c7hw",
        CustomerId = CustomerExamples.Id,
        Name = Request.Name,
        Email = Request.Email,
        Phone = Request.Phone,
        Role = Request.Role,
        SiteId = SiteExamples.Id,
        CreatedAt = CustomerExamples.CreatedAt,
    };

    public static JsonObject Patch => new() { ["phone"] = null, ["role"] = "Titolare" };

    public static PageResponse<ContactResponse> Page { get; } = new() { Data = [Contact], NextCursor = null };
}

internal static class ConsentExamples
{
    private static readonly LocalDate Given = new(2026, 11, 20);

    public static RecordConsentRequest RecordRequest { get; } = new()
    {
        Kind = ConsentKind.PartnerAccess,
        TextVersion = "2026-01",
    };

    public static WithdrawConsentRequest WithdrawRequest { get; } = new() { WithdrawnOn = Given };

    public static ConsentResponse Consent { get; } = new()
    {
        Id = "cst_01kaj3b6q0e1r8v5x2m9t4c7hw",
        CustomerId = CustomerExamples.Id,
        Kind = ConsentKind.PartnerAccess,
        TextVersion = "2026-01",
        GivenOn = Given,
        RecordedBy = "Banco accettazione",
        RecordedAt = CustomerExamples.CreatedAt,
        WithdrawnOn = null,
        WithdrawalRecordedBy = null,
        WithdrawalRecordedAt = null,
    };

    public static ConsentResponse Withdrawn { get; } = Consent with
    {
        WithdrawnOn = Given,
        WithdrawalRecordedBy = "Banco accettazione",
        WithdrawalRecordedAt = CustomerExamples.CreatedAt + Duration.FromMinutes(10),
    };

    public static PageResponse<ConsentResponse> Page { get; } = new() { Data = [Consent], NextCursor = null };
}
