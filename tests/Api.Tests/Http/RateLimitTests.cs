namespace MisterAssist.Api.Tests.Http;

public sealed class RateLimitTests
{
    private ApiFactory _app = null!;

    [SetUp]
    public void StartServer() => _app = new(settings: ("RateLimits:PerMinute", "3"));

    [TearDown]
    public void StopServer() => _app.Dispose();

    [Test]
    public async Task RateLimit_OfEachAnswer_TellsThePolicyAndWhatIsLeft()
    {
        var good = await _app.Anonymous.GetAsync("/v1/plans");
        var bad = await _app.Anonymous.GetAsync("/v1/plans?limit=0");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(good.Header("RateLimit-Policy"), Is.EqualTo("\"address\";q=3;w=60"));
            Assert.That(good.Header("RateLimit"), Is.EqualTo("\"address\";r=2"));
            Assert.That(bad.Header("RateLimit-Policy"), Is.EqualTo("\"address\";q=3;w=60"));
            Assert.That(bad.Header("RateLimit"), Is.EqualTo("\"address\";r=1"));
        }
    }

    [Test]
    public async Task RateLimit_WhenUsedUp_RefusesAndSaysWhenToComeBack()
    {
        for (var i = 0; i < 3; i++)
            Assert.That((await _app.Anonymous.GetAsync("/v1/plans")).Status, Is.EqualTo(200));

        var refused = await _app.Anonymous.GetAsync("/v1/plans");

        Problem.Expect(refused, 429, "too_many_requests");
        Assert.That(int.Parse(refused.Header("Retry-After")!), Is.InRange(1, 60));
        Assert.That(refused.Header("RateLimit"), Does.Match("^\"address\";r=0;t=[1-9][0-9]?$"));
    }

    [Test]
    public async Task RateLimit_OfTheSameAddressInCapitals_IsTheSame()
    {
        var answer = await _app.Anonymous.GetAsync("/V1/plans");

        Assert.That(answer.Header("RateLimit"), Is.EqualTo("\"address\";r=2"));
    }

    [Test]
    public async Task RateLimit_OfACallerWhoNamesAnotherAddress_IsItsOwn()
    {
        var answer = await _app.Anonymous.GetAsync("/v1/plans", ("X-Forwarded-For", "203.0.113.7"));
        var another = await _app.Anonymous.GetAsync("/v1/plans", ("X-Forwarded-For", "203.0.113.8"));

        Assert.That(answer.Header("RateLimit"), Is.EqualTo("\"address\";r=2"));
        Assert.That(another.Header("RateLimit"), Is.EqualTo("\"address\";r=1"));
    }

    [Test]
    public async Task RateLimit_WhenUsedUp_LeavesHealthAndDocumentation()
    {
        for (var i = 0; i < 5; i++)
            await _app.Anonymous.GetAsync("/v1/plans");

        Assert.That((await _app.Anonymous.GetAsync("/health/ready")).Status, Is.EqualTo(200));
        Assert.That((await _app.Anonymous.GetAsync("/swagger/v1/swagger.yaml")).Status, Is.EqualTo(200));
    }
}
