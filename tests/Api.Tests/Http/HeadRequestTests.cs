namespace MisterAssist.Api.Tests.Http;

public sealed class HeadRequestTests
{
    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new();

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [TestCase("/v1/plans/silver", 200)]
    [TestCase("/v1/plans/platinum", 404)]
    [TestCase("/health/live", 200)]
    public async Task Head_OfAnAddress_IsAnsweredAsGetWithoutTheBody(string path, int status)
    {
        using var http = new HttpClient { BaseAddress = _app.ClientOptions.BaseAddress };
        using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        using var get = await http.GetAsync(new Uri(path, UriKind.Relative));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)head.StatusCode, Is.EqualTo(status));
            Assert.That(await head.Content.ReadAsStringAsync(), Is.Empty);
            Assert.That(head.Headers.ETag, Is.EqualTo(get.Headers.ETag));
            Assert.That(head.Content.Headers.ContentType, Is.EqualTo(get.Content.Headers.ContentType));
        }
    }
}
