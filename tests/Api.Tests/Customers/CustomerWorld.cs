using System.Text.Json.Nodes;
using MisterAssist.TestKit.Customers;

namespace MisterAssist.Api.Tests.Customers;

/// <summary>Makes customers and what belongs to them, over HTTP.</summary>
internal static class CustomerWorld
{
    public static readonly string VatNumber = ItalianNumbers.Eleven("0123456789");

    public static JsonObject Address(string street = "Via di Prova 1") => new()
    {
        ["street"] = street,
        ["postalCode"] = "20121",
        ["city"] = "Milano",
        ["province"] = "MI",
    };

    public static JsonObject Company(string name = "Forno di prova") => new()
    {
        ["kind"] = "company",
        ["name"] = name,
        ["vatNumber"] = VatNumber,
        ["billingAddress"] = Address(),
    };

    public static async Task<string> CustomerAsync(this ApiClient api, string name = "Forno di prova") =>
        (string)(await api.AskAsync("/v1/customers", Company(name)))["id"]!;

    public static async Task<string> SiteAsync(this ApiClient api, string customer) => (string)(await api.AskAsync(
        $"/v1/customers/{customer}/sites", new JsonObject { ["name"] = "Sede", ["address"] = Address() }))["id"]!;

    public static async Task<string> ContactAsync(this ApiClient api, string customer, string? site = null) => (string)(await api.AskAsync(
        $"/v1/customers/{customer}/contacts", new JsonObject { ["name"] = "Ada Prova", ["siteId"] = site }))["id"]!;

    public static async Task<string> ConsentAsync(this ApiClient api, string customer) => (string)(await api.AskAsync(
        $"/v1/customers/{customer}/consents", new JsonObject { ["kind"] = "partner_access", ["textVersion"] = "2026-01" }))["id"]!;

    public static async Task<string> ContractAsync(
        this ApiClient api, string customer, string plan = "bronze", string startsOn = "2026-12-01", string? endsOn = null) =>
        (string)(await api.AskAsync("/v1/contracts", Contract(customer, plan, startsOn, endsOn)))["id"]!;

    public static JsonObject Contract(string customer, string plan = "bronze", string startsOn = "2026-12-01", string? endsOn = null) => new()
    {
        ["customerId"] = customer,
        ["plan"] = plan,
        ["startsOn"] = startsOn,
        ["endsOn"] = endsOn,
    };
}
