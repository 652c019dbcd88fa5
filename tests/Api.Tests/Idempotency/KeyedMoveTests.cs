using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Tests.Idempotency;

/// <summary>Requests with a key that have no body of their own, and act on a version.</summary>
public sealed class KeyedMoveTests
{
    private ApiFactory _app = null!;
    private string _revoke = null!;

    [SetUp]
    public async Task StartServer()
    {
        _app = new();
        var (_, issued) = await _app.MakeKeyAsync(KeyKind.Partner, [Scope.TicketsRead]);
        _revoke = $"/v1/api-keys/{issued.Key.Id}/revoke";
    }

    [TearDown]
    public void StopServer() => _app.Dispose();

    [Test]
    public async Task Post_WithTheKeyOfAnotherVersion_IsRefused()
    {
        var stale = await RevokeAsync("", "\"7\"");

        Problem.Expect(stale, 412, "precondition_failed", "If-Match");
        Assert.That((await RevokeAsync("", "\"7\"")).Text, Is.EqualTo(stale.Text));
        Problem.Expect(await RevokeAsync("", "\"1\""), 422, "idempotency_key_reused", "Idempotency-Key");
    }

    [Test]
    public async Task Post_WithABodyThatIsTooLarge_IsRefused() =>
        Problem.Expect(await RevokeAsync(new string(' ', ApiServices.MaxBodyBytes + 1), "*"), 413, "payload_too_large");

    private Task<Answer> RevokeAsync(string body, string version) =>
        _app.Api.PostTextAsync(_revoke, body, ("Idempotency-Key", "k-1"), ("If-Match", version));
}
