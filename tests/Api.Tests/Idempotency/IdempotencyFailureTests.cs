using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Idempotency;
using MisterAssist.Application.Shared;
using NodaTime;

namespace MisterAssist.Api.Tests.Idempotency;

/// <summary>What happens when answers cannot be kept, or somebody else keeps one first.</summary>
public sealed class IdempotencyFailureTests
{
    private static readonly (string, string) Key = ("Idempotency-Key", "k-1");

    [Test]
    public async Task Post_WhoseAnswerCannotBeKept_LeavesNothing()
    {
        using var app = WithStore(new Store { OnAdd = _ => throw new BusyException(new TimeoutException()) });

        var answer = await app.Api.PostAsync("/v1/closures", Closure(), Key);

        Problem.Expect(answer, 503, "busy");
        Assert.That(answer.Header("Location"), Is.Null);
        Assert.That(await ClosuresAsync(app), Is.Empty);
    }

    [Test]
    public async Task Post_ThatATwinAnsweredMeanwhile_IsUndoneAndGetsTheirAnswer()
    {
        var store = new Store();
        store.OnAdd = answer =>
        {
            store.Kept = answer with { Headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" } };
            throw new AnsweredMeanwhileException();
        };
        using var app = WithStore(store);

        var answer = await app.Api.PostAsync("/v1/closures", Closure(), Key);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(201));
            Assert.That((string?)answer.Json["startsOn"], Is.EqualTo("2027-01-01"));
            Assert.That(answer.Header("Idempotency-Replayed"), Is.EqualTo("true"));
            Assert.That(answer.Header("Location"), Is.Null, "of what was undone");
            Assert.That(await ClosuresAsync(app), Is.Empty);
        }
    }

    [Test]
    public async Task Post_WhoseTwinIsStillRunning_IsToldToComeAgain()
    {
        var (entered, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var app = WithStore(new Store
        {
            OnFind = () =>
            {
                entered.TrySetResult();
                return gate.Task;
            },
        });
        var first = app.Api.PostAsync("/v1/closures", Closure(), Key);
        await entered.Task;

        var second = await app.Api.PostAsync("/v1/closures", Closure(), Key);
        gate.SetResult();

        Problem.Expect(second, 409, "idempotency_in_progress", "Idempotency-Key");
        Assert.That(second.Header("Retry-After"), Is.EqualTo("1"));
        Assert.That((await first).Status, Is.EqualTo(201));
    }

    private static ApiFactory WithStore(Store store) => new(services => services.AddSingleton<IIdempotencyStore>(store));

    private static JsonObject Closure() => new()
    {
        ["name"] = new JsonObject { ["it"] = "Chiuso", ["en"] = "Closed" },
        ["startsOn"] = "2027-01-01",
    };

    private static async Task<JsonArray> ClosuresAsync(ApiFactory app) => (await app.Api.ReadAsync("/v1/closures"))["data"]!.AsArray();

    private sealed class Store : IIdempotencyStore
    {
        public KeptAnswer? Kept { get; set; }

        public Action<KeptAnswer> OnAdd { get; set; } = _ => { };

        public Func<Task> OnFind { get; init; } = () => Task.CompletedTask;

        public async Task<KeptAnswer?> FindAsync(IdempotencyKey key, Instant now, CancellationToken ct)
        {
            await OnFind();
            return Kept;
        }

        public Task AddAsync(IdempotencyKey key, KeptAnswer answer, CancellationToken ct)
        {
            OnAdd(answer);
            return Task.CompletedTask;
        }

        public Task<int> RemoveExpiredAsync(Instant now, int limit, CancellationToken ct) => Task.FromResult(0);
    }
}
