using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Api.Tests.Sla;

public sealed class ReferenceCasesOverHttpTests
{
    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new();

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [TestCase("deadline")]
    [TestCase("elapsed")]
    public async Task Answer_ForEachReferenceCase_IsTheReferencesAndItsLedgerAddsUp(string kind)
    {
        var cases = ReferenceCases.WorkingTime.Where(c => c.Kind == kind).ToList();
        var faults = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (reference, _) =>
        {
            var fault = reference.IsDeadline ? await DeadlineFaultAsync(reference) : await ElapsedFaultAsync(reference);
            if (fault is not null)
                faults.Add($"{reference.Id}: {fault}");
        });

        Assert.That(cases, Has.Count.GreaterThan(100));
        Assert.That(faults, Is.Empty);
    }

    private async Task<string?> DeadlineFaultAsync(ReferenceCase reference)
    {
        var answer = await _app.Api.AskAsync("/v1/sla/deadlines", new JsonObject
        {
            ["schedule"] = reference.Schedule.DeepClone(),
            ["startAt"] = reference.StartAt,
            ["workingTime"] = $"PT{reference.WorkingSeconds}S",
        });
        return (string?)answer["dueAt"] == reference.DueAt
            ? Ledger.FaultOf(answer["ledger"]!, reference.StartAt!, reference.DueAt!, Duration.FromSeconds(reference.WorkingSeconds))
            : $"due at {answer["dueAt"]}, not {reference.DueAt}";
    }

    private async Task<string?> ElapsedFaultAsync(ReferenceCase reference)
    {
        var answer = await _app.Api.AskAsync("/v1/sla/elapsed", new JsonObject
        {
            ["schedule"] = reference.Schedule.DeepClone(),
            ["from"] = reference.From,
            ["to"] = reference.To,
        });
        var worked = Ledger.ToDuration((string)answer["workingTime"]!);
        return worked == Duration.FromSeconds(reference.WorkingSeconds)
            ? Ledger.FaultOf(answer["ledger"]!, reference.From!, reference.To!, worked)
            : $"{worked.TotalSeconds} s, not {reference.WorkingSeconds}";
    }
}
