using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.OpenApi;

namespace MisterAssist.Api.Tests.Errors;

/// <summary>Whatever is done to the examples of the document, the answer is a good one or a problem, and never a fault of ours.</summary>
public sealed class FuzzTests
{
    private const int Bodies = 600;

    private static readonly string[] Odd =
    [
        "null", "true", "0", "-1", "1.5", "1e308", "99999999999999999999999", "\"\"", "\" \"", "\"x\"", "\"\\u0000\"", "\"\\ud83d\\udca9\"", "[]", "{}",
        "[[]]", "{\"a\":{}}", "\"2026-02-29\"", "\"2028-02-29\"", "\"9999-12-31\"", "\"1970-01-01T00:00:00Z\"", "\"2199-12-31T23:59:59Z\"",
        "\"2200-01-01T00:00:00Z\"", "\"9998-12-31T23:59:59-18:00\"", "\"0001-01-01T00:00:00+18:00\"", "\"PT0S\"", "\"PT1S\"", "\"PT0.000000001S\"",
        "\"PT402653183H\"", "\"PT402653184H\"", "\"PT9999999999H9999999999M9999999999S\"", "\"-PT1H\"", "\"00:00\"", "\"24:00\"", "\"23:59\"",
        "\"silver\"", "\"gold\"", "\"IT\"", "\"Pacific/Apia\"", "\"Australia/Lord_Howe\"", "\"Etc/GMT+12\"", "\"urgent\"", "\"yearly\"", "2147483648",
    ];

    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new();

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [TestCase("calculateDeadline", 1)]
    [TestCase("calculateElapsed", 2)]
    [TestCase("simulatePromises", 3)]
    [TestCase("announceClosure", 4)]
    [TestCase("publishPlanVersion", 5)]
    [SuppressMessage("Security", "CA5394", Justification = "The bodies are to be the same each time.")]
    public async Task Body_Mutated_IsTakenOrRefusedWithAProblem(string id, int seed)
    {
        var document = ApiDescription.Published;
        var operation = document.Named(id);
        var path = operation.Path.Replace("{planCode}", "standard", StringComparison.Ordinal);
        var random = new Random(seed);
        var bodies = Enumerable.Range(0, Bodies).Select(_ => Mutate(operation, document, random)).ToList();
        var faults = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (body, _) =>
        {
            try
            {
                var answer = await _app.Api.PostTextAsync(path, body);
                if (answer.Status is >= 200 and < 300)
                    return;
                Assert.That(answer.Status, Is.InRange(400, 499));
                Problem.CheckForm(answer);
            }
            catch (AssertionException fault)
            {
                faults.Add($"{body}: {fault.Message.Split('\n')[^2]}");
            }
        });

        Assert.That(faults, Is.Empty);
    }

    private static string Mutate(Operation operation, ApiDescription document, Random random)
    {
        // Now and then the schedule of the other example, so that both ways to ask are tried.
        var body = operation.RequestExample!.DeepClone().AsObject();
        if (body.ContainsKey("plan") && random.Next(2) == 0)
        {
            body.Remove("plan");
            body["schedule"] = document.Named("calculateElapsed").RequestExample!["schedule"]!.DeepClone();
        }

        for (var changes = random.Next(1, 4); changes > 0; changes--)
            Change(Pick(body, random), random);

        var text = body.ToJsonString();
        return random.Next(20) == 0 ? text.Remove(random.Next(text.Length), 1) : text;
    }

    private static JsonNode Pick(JsonNode root, Random random)
    {
        var holders = new List<JsonNode>();
        Collect(root);
        return holders[random.Next(holders.Count)];

        void Collect(JsonNode? node)
        {
            if (node is not (JsonObject or JsonArray))
                return;

            holders.Add(node);
            foreach (var child in node is JsonObject map ? map.Select(p => p.Value) : node.AsArray())
                Collect(child);
        }
    }

    private static void Change(JsonNode holder, Random random)
    {
        var odd = JsonNode.Parse(Odd[random.Next(Odd.Length)]);
        if (holder is JsonArray list)
        {
            var at = random.Next(list.Count + 1);
            if (at == list.Count)
                list.Add(odd);
            else if (random.Next(3) == 0)
                list.RemoveAt(at);
            else if (random.Next(2) == 0)
                list.Add(list[at]?.DeepClone());
            else
                list[at] = odd;
            return;
        }

        var map = holder.AsObject();
        var names = map.Select(p => p.Key).ToList();
        if (names.Count == 0 || random.Next(10) == 0)
            map[$"x{random.Next(3)}"] = odd;
        else if (random.Next(5) == 0)
            map.Remove(names[random.Next(names.Count)]);
        else
            map[names[random.Next(names.Count)]] = random.Next(6) == 0 ? map[names[random.Next(names.Count)]]?.DeepClone() : odd;
    }
}
