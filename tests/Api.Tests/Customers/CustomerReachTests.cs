using System.Text;
using MisterAssist.Api.Tests.OpenApi;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Tests.Customers;

/// <summary>A key that may see one customer sees nothing of another, on any route.</summary>
public sealed class CustomerReachTests
{
    private static readonly string[] OnesOwn = ["{customerId}", "{siteId}", "{contactId}", "{consentId}", "{contractId}"];

    private ApiFactory _app = null!;
    private ApiDescription _document = null!;
    private ApiClient _restricted = null!;
    private string _mine = null!;
    private Dictionary<string, string> _others = null!;

    [OneTimeSetUp]
    public async Task StartServer()
    {
        _app = new();
        _document = ApiDescription.Published;
        _mine = await _app.Api.CustomerAsync("Mio");
        await _app.Api.ContractAsync(_mine);
        var other = await _app.Api.CustomerAsync("Altrui");
        _others = new()
        {
            ["{customerId}"] = other,
            ["{siteId}"] = await _app.Api.SiteAsync(other),
            ["{contactId}"] = await _app.Api.ContactAsync(other),
            ["{consentId}"] = await _app.Api.ConsentAsync(other),
            ["{contractId}"] = await _app.Api.ContractAsync(other),
        };
        CrockfordBase32.TryDecode(_mine.AsSpan("cus_".Length), out var id);
        Scope[] scopes = [Scope.CustomersRead, Scope.CustomersWrite, Scope.ContractsRead, Scope.ContractsWrite, Scope.WorkRead];
        _restricted = await _app.ClientAsync(KeyKind.Staff, scopes, new CustomerId(id));
    }

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [Test]
    public async Task Route_OfAnotherCustomer_IsNotFound()
    {
        var operations = _document.Operations.Where(o =>
            o.Path.StartsWith("/v1/customers/", StringComparison.Ordinal) || o.Path.StartsWith("/v1/contracts/", StringComparison.Ordinal)).ToList();

        foreach (var operation in operations)
        {
            var path = OnesOwn.Aggregate(operation.Path, (at, name) => at.Replace(name, _others[name], StringComparison.Ordinal));
            var body = operation.RequestExample is { } example ? Encoding.UTF8.GetBytes(example.ToJsonString()) : null;
            var answer = await _restricted.SendAsync(
                new(operation.Method), path, body, [("If-Match", "*")], body is null ? null : operation.RequestType);

            Assert.That(answer.Status, Is.EqualTo(404), $"{operation.Id}: {answer.Text}");
        }

        Assert.That(operations, Has.Count.GreaterThan(15));
    }

    [Test]
    public async Task List_HasOnesOwnAlone()
    {
        var customers = (await _restricted.ReadAsync("/v1/customers"))["data"]!.AsArray();
        var contracts = (await _restricted.ReadAsync("/v1/contracts"))["data"]!.AsArray();
        var asked = (await _restricted.ReadAsync($"/v1/contracts?customerId={_others["{customerId}"]}"))["data"]!.AsArray();

        Assert.That(customers.Select(c => (string?)c!["id"]), Is.EqualTo((string[])[_mine]));
        Assert.That(contracts.Select(c => (string?)c!["customerId"]), Is.EqualTo((string[])[_mine]));
        Assert.That(asked, Is.Empty);
    }

    [Test]
    public async Task Contract_WithAnotherCustomer_IsNotFound() => Problem.Expect(
        await _restricted.PostAsync("/v1/contracts", CustomerWorld.Contract(_others["{customerId}"], startsOn: "2030-01-01")),
        404, "customer_not_found");

    [Test]
    public async Task Customer_New_IsRefusedAsItWouldNotBeSeen() =>
        Problem.Expect(await _restricted.PostAsync("/v1/customers", CustomerWorld.Company()), 403, "reach_restricted");

    [Test]
    public async Task OnesOwn_CanBeReadAndChanged()
    {
        var patched = await _restricted.PatchAsync($"/v1/customers/{_mine}", """{ "phone": "+39 02 0000000" }""", ("If-Match", "*"));

        Assert.That(patched.Status, Is.EqualTo(200), patched.Text);
        Assert.That((string?)patched.Json["phone"], Is.EqualTo("+39 02 0000000"));
    }
}
