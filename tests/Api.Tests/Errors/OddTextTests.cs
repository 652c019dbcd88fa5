using System.Text;
using MisterAssist.Api.Tests.OpenApi;

namespace MisterAssist.Api.Tests.Errors;

/// <summary>Text that is none: bytes that are not UTF-8, halves of surrogate pairs, encodings that nobody knows.</summary>
public sealed class OddTextTests
{
    private const string Path = "/v1/sla/deadlines";

    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new();

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [TestCase("{\"plan\":\"<bad>\",\"startAt\":\"2026-11-20T18:30:00Z\",\"workingTime\":\"PT4H\"}")]
    [TestCase("{\"<bad>\":1}")]
    [TestCase("<bad>")]
    public async Task Bytes_ThatAreNotUtf8_AreRefused(string body)
    {
        var parts = body.Split("<bad>").Select(Encoding.UTF8.GetBytes).ToList();
        byte[] bytes = [.. parts[0], 0xff, 0xc3, 0x28, .. parts[1]];

        var answer = await _app.Api.SendAsync(HttpMethod.Post, Path, bytes, []);

        Assert.That(answer.Status, Is.EqualTo(400));
        Problem.CheckForm(answer);
    }

    [TestCase("""{ "plan": "\ud800", "startAt": "2026-11-20T18:30:00Z", "workingTime": "PT4H" }""")]
    [TestCase("""{ "\udc00": 1, "startAt": "2026-11-20T18:30:00Z" }""")]
    [TestCase("""{ "plan": "silver", "startAt": "\ud800", "workingTime": "PT4H" }""")]
    [TestCase("""{ "schedule": { "timeZone": "\ud800", "weekly": {} }, "startAt": "2026-11-20T18:30:00Z", "workingTime": "PT4H" }""")]
    [TestCase("""{ "schedule": { "timeZone": "Europe/Rome", "weekly": { "\ud800": [] } }, "startAt": "x", "workingTime": "PT4H" }""")]
    [TestCase("""{ "plan": "silver", "startAt": "2026-11-20T18:30:00Z", "promise": "\ud800" }""")]
    public async Task Text_WithHalfASurrogatePair_IsRefused(string body)
    {
        var answer = await _app.Api.PostTextAsync(Path, body);

        Assert.That(answer.Status, Is.EqualTo(400), answer.Text);
        Problem.CheckForm(answer);
    }

    [Test]
    public async Task Text_WithTheCharacterZero_IsRefusedWhereItStands()
    {
        var body = ApiDescription.Published.Named("createCustomer").RequestExample!.DeepClone().AsObject();
        body["name"] = "Caff\0";
        body["billingAddress"]!["city"] = "\0";

        var answer = await _app.Api.PostTextAsync("/v1/customers", body.ToJsonString());

        Problem.ExpectFaults(answer, 400, "invalid_request", "/name=invalid_value", "/billingAddress/city=invalid_value");
    }

    [TestCase("/v1/customers?name=Caff%00", "name=invalid_value")]
    [TestCase("/v1/tickets?plan=silver%00", "plan=invalid_value")]
    [TestCase("/v1/tickets?text=%00", "text=invalid_value")]
    public async Task Parameter_WithTheCharacterZero_IsRefused(string path, params string[] faults) =>
        Problem.ExpectFaults(await _app.Api.GetAsync(path), 400, "invalid_request", faults);

    [TestCase("application/json; charset=bogus")]
    [TestCase("application/json; charset=utf-16")]
    [TestCase("application/json; charset=\"\"")]
    public async Task Body_InAnEncodingThatIsNotItsOwn_IsRefused(string type)
    {
        var body = Encoding.UTF8.GetBytes("""{ "plan": "silver", "startAt": "2026-11-20T18:30:00Z", "workingTime": "PT4H" }""");

        var answer = await _app.Api.SendAsync(HttpMethod.Post, Path, body, [], type);

        Assert.That(answer.Status, Is.EqualTo(415), answer.Text);
    }

    [TestCase("/v1/plans/%FF%FE")]
    [TestCase("/v1/plans/%ED%A0%80")]
    [TestCase("/v1/plans/sil%0Aver")]
    [TestCase("/v1/plans/..%2F..%2Fetc%2Fpasswd")]
    [TestCase("/v1/plans/silver'%20OR%201=1--")]
    [TestCase("/v1/plans/%F0%9F%92%A9")]
    public async Task Plan_WithAnOddName_IsNotFound(string path) => Problem.Expect(await _app.Api.GetAsync(path), 404, "plan_not_found");

    [TestCase("/v1/plans?limit=%00")]
    [TestCase("/v1/plans?%FF=%FF")]
    [TestCase("/v1/plans?=")]
    [TestCase("/v1/plans?&&limit=%2B1%20x")]
    [TestCase("/v1/plans/silver?at=%00")]
    [TestCase("/v1/plans/silver?at=")]
    public async Task Query_OfOddText_IsRefused(string path)
    {
        var answer = await _app.Api.GetAsync(path);

        Problem.Expect(answer, 400, "invalid_request");
        Assert.That(answer.Json["errors"]!.AsArray(), Is.Not.Empty);
    }
}
