using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;

namespace MisterAssist.Api.Tests.Http;

/// <summary>A request that takes too long is called back and answered; what was not done by then is not done.</summary>
public sealed class TimeoutStories
{
    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new(services => services.PostConfigure<RequestTimeoutOptions>(options => options.DefaultPolicy = new()
    {
        Timeout = TimeSpan.FromSeconds(2),
        TimeoutStatusCode = options.DefaultPolicy!.TimeoutStatusCode,
        WriteTimeoutResponse = options.DefaultPolicy.WriteTimeoutResponse,
    }));

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [TestCase(null)]
    [TestCase("announced-once")]
    public async Task Post_ThatTakesTooLong_IsToldSo_AndCanBeTriedAgain(string? key)
    {
        (string, string)[] headers = key is null ? [] : [("Idempotency-Key", key)];
        var closure = new JsonObject { ["name"] = new JsonObject { ["it"] = "Chiuso", ["en"] = "Closed" }, ["startsOn"] = "2027-01-01" };
        var before = await CountAsync();
        var late = await WhileAnotherWritesAsync(() => _app.Api.PostAsync("/v1/closures", closure, headers));

        Problem.Expect(late, 503, "timed_out");
        Assert.That(late.Header("Retry-After"), Is.EqualTo("5"));
        Assert.That(await CountAsync(), Is.EqualTo(before));
        Assert.That((await _app.Api.PostAsync("/v1/closures", closure, headers)).Status, Is.EqualTo(201));
    }

    private async Task<Answer> WhileAnotherWritesAsync(Func<Task<Answer>> ask)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ITransactions>().RunAsync(ask, CancellationToken.None);
    }

    private async Task<int> CountAsync() => (await _app.Api.ReadAsync("/v1/closures"))["data"]!.AsArray().Count;
}
