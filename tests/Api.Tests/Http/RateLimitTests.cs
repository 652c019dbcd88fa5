using MisterAssist.Domain.ApiKeys;

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

    [Test]
    public async Task RateLimit_OfWhoHasAKey_IsTheKeysOwn()
    {
        var one = await _app.ClientAsync(KeyKind.Staff, [Scope.TicketsRead]);
        var other = await _app.ClientAsync(KeyKind.Staff, [Scope.TicketsRead]);
        for (var i = 0; i < 3; i++)
            Assert.That((await one.GetAsync("/v1/closures")).Status, Is.EqualTo(200));

        var usedUp = await one.GetAsync("/v1/closures");
        var publicOne = await one.GetAsync("/v1/plans");
        var another = await other.GetAsync("/v1/plans");
        var withoutAKey = await _app.Anonymous.GetAsync("/v1/plans");

        Problem.Expect(usedUp, 429, "too_many_requests");
        Problem.Expect(publicOne, 429, "too_many_requests");
        Assert.That(usedUp.Header("RateLimit-Policy"), Is.EqualTo("\"key\";q=3;w=60"));
        Assert.That(usedUp.Header("RateLimit"), Does.Match("^\"key\";r=0;t=[1-9][0-9]?$"));
        Assert.That(another.Header("RateLimit"), Is.EqualTo("\"key\";r=2"));
        Assert.That(withoutAKey.Header("RateLimit"), Is.EqualTo("\"address\";r=2"));
    }

    [Test]
    public async Task RateLimit_OfWhoTriesKeys_IsThatOfTheAddress()
    {
        for (var i = 0; i < 3; i++)
        {
            var tried = await _app.ClientWith(ApiKeySecret.New().Reveal()).GetAsync("/v1/closures");
            Problem.Expect(tried, 401, "invalid_api_key");
            Assert.That(tried.Header("RateLimit"), Is.EqualTo($"\"address\";r={2 - i}"));
        }

        Problem.Expect(await _app.ClientWith(ApiKeySecret.New().Reveal()).GetAsync("/v1/closures"), 429, "too_many_requests");
    }
}
