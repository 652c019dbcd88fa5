namespace MisterAssist.Api.Tests.Http;

public sealed class HeaderTests
{
    private const string Shop = "https://shop.example";

    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new(settings: ("Cors:Origins:0", Shop));

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [TestCase("/v1/plans")]
    [TestCase("/v1/plans/unheard-of")]
    [TestCase("/nowhere")]
    [TestCase("/health/live")]
    [TestCase("/swagger/index.html")]
    public async Task Answer_Whatever_SaysNosniffAndNamesNoServer(string path)
    {
        var answer = await _app.Api.GetAsync(path);

        Assert.That(answer.Header("X-Content-Type-Options"), Is.EqualTo("nosniff"));
        Assert.That(answer.Header("Server"), Is.Null);
        Assert.That(answer.Header("X-Powered-By"), Is.Null);
    }

    [Test]
    public async Task Cors_ForAListedOrigin_AllowsItAndExposesTheHeaders()
    {
        var answer = await _app.Api.GetAsync("/v1/plans", ("Origin", Shop));

        Assert.That(answer.Header("Access-Control-Allow-Origin"), Is.EqualTo(Shop));
        Assert.That(answer.Header("Access-Control-Expose-Headers")!.Split(','), Is.SupersetOf((string[])
            ["ETag", "Link", "Location", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-Id", "Idempotency-Replayed"]));
    }

    [Test]
    public async Task Cors_ForAListedOrigin_AlsoOnProblems()
    {
        var answer = await _app.Api.GetAsync("/v1/plans?limit=0", ("Origin", Shop));

        Problem.Expect(answer, 400, "invalid_request", "limit");
        Assert.That(answer.Header("Access-Control-Allow-Origin"), Is.EqualTo(Shop));
    }

    [Test]
    public async Task Cors_ForAnotherOrigin_AllowsNothing()
    {
        var answer = await _app.Api.GetAsync("/v1/plans", ("Origin", "https://elsewhere.example"));

        Assert.That(answer.Header("Access-Control-Allow-Origin"), Is.Null);
    }

    [TestCase(Shop, Shop)]
    [TestCase("https://elsewhere.example", null)]
    public async Task Cors_WhenAskedBeforehand_AnswersForTheOrigin(string origin, string? allowed)
    {
        var answer = await _app.Api.SendAsync(HttpMethod.Options, "/v1/sla/deadlines", null,
            [("Origin", origin), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type")]);

        Assert.That(answer.Status, Is.EqualTo(204));
        Assert.That(answer.Header("Access-Control-Allow-Origin"), Is.EqualTo(allowed));
    }

    [TestCase(null, "en", "No such plan")]
    [TestCase("it", "it", "Piano inesistente")]
    [TestCase("it-IT,it;q=0.9,en;q=0.5", "it", "Piano inesistente")]
    [TestCase("en-GB, it;q=0.9", "en", "No such plan")]
    [TestCase("it;q=0.2, en;q=0.8", "en", "No such plan")]
    [TestCase("de, fr;q=0.9, IT;q=0.1", "it", "Piano inesistente")]
    [TestCase("it;q=0", "en", "No such plan")]
    [TestCase("de", "en", "No such plan")]
    [TestCase(";;;garbage", "en", "No such plan")]
    public async Task Title_OfAProblem_IsInTheLanguageAskedFor(string? wanted, string language, string title)
    {
        var answer = await _app.Api.GetAsync("/v1/plans/unheard-of", wanted is null ? [] : [("Accept-Language", wanted)]);

        Problem.Expect(answer, 404, "plan_not_found");
        Assert.That((string?)answer.Json["title"], Is.EqualTo(title));
        Assert.That(answer.Header("Content-Language"), Is.EqualTo(language));
        Assert.That(answer.Header("Vary"), Does.Contain("Accept-Language"));
    }

    [TestCase("text/html")]
    [TestCase("application/xml")]
    [TestCase("application/json;q=0")]
    [TestCase("text/*, image/png")]
    public async Task Accept_WithoutJson_IsRefused(string accept) =>
        Problem.Expect(await _app.Api.GetAsync("/v1/plans", ("Accept", accept)), 406, "not_acceptable");

    [TestCase("*/*")]
    [TestCase("application/*")]
    [TestCase("text/html, application/json;q=0.1")]
    [TestCase("application/json; charset=utf-8")]
    [TestCase("application/problem+json, application/json")]
    public async Task Accept_WithJsonAmongOthers_IsAnsweredWithIt(string accept)
    {
        var answer = await _app.Api.GetAsync("/v1/plans", ("Accept", accept));

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(answer.ContentType!.MediaType, Is.EqualTo("application/json"));
    }
}
