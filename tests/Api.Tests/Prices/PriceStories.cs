using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.OpenApi;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Api.Tests.Prices;

/// <summary>It is 2 November 2026.</summary>
public sealed class PriceStories
{
    private const string Prices = "/v1/plans/silver/prices";

    private ApiFactory _app = null!;

    [SetUp]
    public void StartServer() => _app = new();

    [TearDown]
    public void StopServer() => _app.Dispose();

    [Test]
    public async Task PriceLists_OneAfterTheOther_HoldEachUntilTheNext()
    {
        // Nothing has a price yet; the very first list may begin before it was published.
        Problem.Expect(await _app.Api.GetAsync(Prices), 404, "no_price_list_then");
        var first = await PublishAsync("2026-01-01");
        Assert.That(first.Status, Is.EqualTo(201), first.Text);
        Assert.That(first.Header("ETag"), Is.EqualTo("\"1\""));
        Assert.That((string?)first.Json["id"], Does.Match("^prl_[0-9a-hjkmnp-tv-z]{26}$"));
        Assert.That((await _app.Api.GetAsync(first.Header("Location")!)).Text, Is.EqualTo(first.Text));

        // The next ones may not, nor from today, when work may have been done, nor two from the same day; what holds changes at midnight in Rome.
        Problem.Expect(await PublishAsync("2026-11-02"), 422, "price_list_in_the_past", "/effectiveOn");
        Problem.Expect(await PublishAsync("2026-01-01"), 422, "price_list_in_the_past", "/effectiveOn");
        var second = await PublishAsync("2026-11-03", silver => silver["callOutFee"]!["amount"] = "10.00");
        Assert.That((int?)second.Json["number"], Is.EqualTo(2), second.Text);
        Problem.Expect(await PublishAsync("2026-11-03"), 409, "price_list_same_day", "/effectiveOn");
        _app.Clock.Now = Moments.Rome("2026-11-02 23:59");
        Assert.That(await CallOutFeeAsync(), Is.EqualTo("20.00"));
        _app.Clock.Now = Moments.Rome("2026-11-03 00:00");
        Assert.That(await CallOutFeeAsync(), Is.EqualTo("10.00"));
        Assert.That(await CallOutFeeAsync("?on=2026-11-02"), Is.EqualTo("20.00"));
        Problem.Expect(await _app.Api.GetAsync($"{Prices}?on=2025-12-31"), 404, "no_price_list_then");

        var now = await _app.Api.GetAsync(Prices);
        Assert.That(now.Header("ETag"), Is.EqualTo("\"2\""));
        Assert.That((string?)now.Json["priceListId"], Is.EqualTo((string?)second.Json["id"]));
        Assert.That((string?)now.Json["effectiveOn"], Is.EqualTo("2026-11-03"));
        Assert.That((string?)now.Json["prices"]!["plan"], Is.EqualTo("silver"));
        var (newest, next) = await PageAsync("/v1/price-lists?limit=1");
        Assert.That(newest, Is.EqualTo((string?[])["2026-11-03"]));
        Assert.That((await PageAsync($"/v1/price-lists?limit=1&cursor={next}")).Days, Is.EqualTo((string?[])["2026-01-01"]));
    }

    [TestCase("onSiteHourlyRate", "60.01", "dearer_than_standard")]
    [TestCase("remoteHourlyRate", "50.01", "dearer_than_standard")]
    [TestCase("callOutFee", "35.01", "dearer_than_standard")]
    [TestCase("minimumMinutes", 61, "dearer_than_standard")]
    [TestCase("outOfHoursSurchargePercent", 51, "dearer_than_standard")]
    [TestCase("incrementMinutes", 20, "increment_against_standard")]
    [TestCase("incrementMinutes", 241, "price_figure_out_of_range")]
    [TestCase("vatPercent", 31, "price_figure_out_of_range")]
    [TestCase("plan", "platinum", "unknown_priced_plan")]
    [TestCase("plan", "bronze", "plan_priced_twice")]
    public async Task PriceList_AgainstARule_IsRefusedInItsPlace(string field, object value, string code)
    {
        var answer = await PublishAsync("2026-12-01", silver => silver[field] = value switch
        {
            string amount when amount.Contains('.', StringComparison.Ordinal) => new JsonObject { ["amount"] = amount, ["currency"] = "EUR" },
            string text => text,
            _ => (int)value,
        });

        Problem.Expect(answer, 422, code, $"/prices/1/{field}");
    }

    [Test]
    public async Task PriceList_WithoutAPlanOrWithAFeeForNone_IsRefused()
    {
        var (without, withFee) = (Body("2026-12-01"), Body("2026-12-01"));
        without["prices"]!.AsArray().RemoveAt(0);
        withFee["prices"]![3]!["yearlyFee"]!["amount"] = "0.01";

        Problem.Expect(await _app.Api.PostAsync("/v1/price-lists", without), 422, "plan_not_priced", "/prices");
        Problem.Expect(await _app.Api.PostAsync("/v1/price-lists", withFee), 422, "standard_with_yearly_fee", "/prices/3/yearlyFee");
    }

    [Test]
    public async Task PriceList_WithFaults_IsToldThemAll()
    {
        var body = Body("2000-12-31");
        body["prices"]![0]!["callOutFee"]!["amount"] = "-1.00";
        body["prices"]![1]!["yearlyFee"]!["amount"] = "100000000.00";
        body["prices"]![2]!["plan"] = new string('x', 31);

        var answer = await _app.Api.PostAsync("/v1/price-lists", body);

        Problem.ExpectFaults(
            answer, 400, "invalid_request", "/effectiveOn=out_of_range", "/prices/0/callOutFee=out_of_range", "/prices/1/yearlyFee=out_of_range",
            "/prices/2/plan=too_long");
    }

    [TestCase(KeyKind.Customer)]
    [TestCase(KeyKind.Partner)]
    public async Task Prices_AreReadByWhoeverHasAKeyAndPublishedByStaffAlone(KeyKind kind)
    {
        var list = await PublishAsync("2026-01-01");
        var client = await _app.ClientAsync(kind, [Scope.EventsRead], Domain.Customers.CustomerId.New(ApiFactory.Start));

        Assert.That((await client.GetAsync(list.Header("Location")!)).Text, Is.EqualTo(list.Text));
        Assert.That((await client.GetAsync("/v1/price-lists")).Text, Does.Contain((string)list.Json["id"]!));
        Assert.That((await client.GetAsync(Prices)).Status, Is.EqualTo(200));
        Problem.Expect(await client.PostAsync("/v1/price-lists", Body("2026-12-01")), 403, "missing_scope");
    }

    [Test]
    public async Task Prices_OfNoPlanOnNoDayOrOfNoList_AreNone()
    {
        Problem.Expect(await _app.Api.GetAsync("/v1/plans/platinum/prices"), 404, "plan_not_found");
        Problem.ExpectFaults(await _app.Api.GetAsync($"{Prices}?on=2026-02-30"), 400, "invalid_request", "on=invalid_value");
        Problem.ExpectFaults(await _app.Api.GetAsync($"{Prices}?on="), 400, "invalid_request", "on=invalid_value");
        Problem.Expect(await _app.Api.GetAsync("/v1/price-lists/prl_01kaj3b6q0e1r8v5x2m9t4c7hw"), 404, "price_list_not_found");
    }

    /// <summary>The list of the documentation, from another day.</summary>
    private static JsonNode Body(string effectiveOn)
    {
        var body = ApiDescription.Published.Named("publishPriceList").RequestExample!.DeepClone();
        body["effectiveOn"] = effectiveOn;
        return body;
    }

    private Task<Answer> PublishAsync(string effectiveOn, Action<JsonNode>? changeSilver = null)
    {
        var body = Body(effectiveOn);
        changeSilver?.Invoke(body["prices"]![1]!);
        return _app.Api.PostAsync("/v1/price-lists", body);
    }

    private async Task<string?> CallOutFeeAsync(string query = "") =>
        (string?)(await _app.Api.ReadAsync(Prices + query))["prices"]!["callOutFee"]!["amount"];

    private async Task<(IEnumerable<string?> Days, string? Next)> PageAsync(string path)
    {
        var page = await _app.Api.ReadAsync(path);
        return (page["data"]!.AsArray().Select(list => (string?)list!["effectiveOn"]), (string?)page["nextCursor"]);
    }
}
