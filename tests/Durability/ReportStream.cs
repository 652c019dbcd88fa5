using System.Collections.Concurrent;
using System.Net;
using MisterAssist.TestKit.Server;

namespace MisterAssist.Durability;

/// <summary>A ticket for which the server answered 201.</summary>
/// <param name="Id">With its prefix.</param>
/// <param name="Number">What people call it.</param>
/// <param name="Promises">What was promised, until when.</param>
internal sealed record Acknowledged(string Id, string Number, IReadOnlyList<Promised> Promises)
{
    public static async Task<Acknowledged> OfAsync(HttpResponseMessage created)
    {
        var ticket = await Desk.ReadAsync(created);
        return new(
            ticket["id"]!.GetValue<string>(), ticket["number"]!.GetValue<string>(),
            [.. ticket["promises"]!.AsArray().Select(promise => new Promised(promise!["kind"]!.GetValue<string>(), promise["dueAt"]!.GetValue<string>()))]);
    }
}

/// <summary>A promise, and the instant at which it is due, as the server writes it.</summary>
internal sealed record Promised(string Kind, string DueAt);

/// <summary>Several clients that report one thing after the other until nobody answers any more. Every second one sends keys, to be able to retry.</summary>
internal sealed class ReportStream(int round)
{
    private const int Clients = 8;

    private readonly TaskCompletionSource _flowing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentBag<Acknowledged> _acknowledged = [];
    private readonly ConcurrentBag<string> _unanswered = [];

    /// <summary>Done with the first acknowledgement.</summary>
    public Task Flowing => _flowing.Task;

    /// <summary>The keys, which are the subjects too, of reports of which nobody knows whether they were taken.</summary>
    public IReadOnlyCollection<string> Unanswered => _unanswered;

    /// <summary>Ends when the server does.</summary>
    public async Task<IReadOnlyCollection<Acknowledged>> RunAsync(Uri server, string key, string customer)
    {
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => ReportAsync(client, server, key, customer)));
        return _acknowledged;
    }

    private async Task ReportAsync(int client, Uri server, string key, string customer)
    {
        using var desk = Desk.At(server, key, customer);
        var count = 0;
        while (true)
        {
            var subject = $"round-{round}-client-{client}-report-{++count}";
            var retryKey = client % 2 == 0 ? null : subject;
            try
            {
                using var answer = await desk.ReportAsync(subject, retryKey);
                if (answer.StatusCode != HttpStatusCode.Created)
                    throw new LostException($"A report was answered with {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
                _acknowledged.Add(await Acknowledged.OfAsync(answer));
                _flowing.TrySetResult();
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException)
            {
                if (retryKey is not null)
                    _unanswered.Add(retryKey);
                return;
            }
        }
    }
}
