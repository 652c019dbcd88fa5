namespace MisterAssist.Api.Tests.Http;

public sealed class RequestIdTests
{
    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new();

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [TestCase("/v1/plans")]
    [TestCase("/v1/plans/unheard-of")]
    [TestCase("/nowhere")]
    [TestCase("/health/live")]
    public async Task RequestId_WhenGiven_IsEchoed(string path)
    {
        var answer = await _app.Api.GetAsync(path, ("X-Request-Id", "Order_66.b-7"));

        Assert.That(answer.Header("X-Request-Id"), Is.EqualTo("Order_66.b-7"));
    }

    [TestCase(null)]
    [TestCase("with space")]
    [TestCase("quote\"")]
    [TestCase("<script>")]
    public async Task RequestId_WhenMissingOrNotPlain_IsMade(string? given)
    {
        var answer = await _app.Api.GetAsync("/v1/plans/unheard-of", given is null ? [] : [("X-Request-Id", given)]);

        Assert.That(answer.Header("X-Request-Id"), Does.Match("^[0-9a-f]{32}$"));
        Assert.That((string?)answer.Json["requestId"], Is.EqualTo(answer.Header("X-Request-Id")));
    }

    [Test]
    public async Task RequestId_WhenTooLong_IsMade()
    {
        var longest = await _app.Api.GetAsync("/v1/plans", ("X-Request-Id", new string('a', 128)));
        var longer = await _app.Api.GetAsync("/v1/plans", ("X-Request-Id", new string('a', 129)));

        Assert.That(longest.Header("X-Request-Id"), Has.Length.EqualTo(128));
        Assert.That(longer.Header("X-Request-Id"), Does.Match("^[0-9a-f]{32}$"));
    }

    [Test]
    public async Task RequestId_Made_IsAnotherEachTime()
    {
        var one = await _app.Api.GetAsync("/v1/plans");
        var other = await _app.Api.GetAsync("/v1/plans");

        Assert.That(one.Header("X-Request-Id"), Is.Not.EqualTo(other.Header("X-Request-Id")));
    }
}
