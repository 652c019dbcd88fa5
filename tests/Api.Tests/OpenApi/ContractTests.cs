using System.Text;
using System.Text.Json.Nodes;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Api.Tests.OpenApi;

/// <summary>The server does what its document says: examples are taken, answers have their schemas, bounds are kept.</summary>
public sealed class ContractTests
{
    private ApiFactory _app = null!;
    private ApiDescription _document = null!;
    private Answer _published = null!;

    /// <summary>Those of the sandbox are not here: its own stories walk them.</summary>
    private static IEnumerable<string> WithBody =>
        ApiDescription.Published.Operations.Where(o => !o.IsOfSandbox && o.RequestSchema is not null).Select(o => o.Id);

    [OneTimeSetUp]
    public async Task StartServer()
    {
        _app = new();
        _document = ApiDescription.Published;
        _app.Clock.Now = Moments.Utc("2026-11-20T18:30:00Z");
        // Before anything else, as the plan of the example can be published once for its instant.
        _published = await _app.Api.PostAsync("/v1/plans/silver/versions", _document.Named("publishPlanVersion").RequestExample);
    }

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [Test]
    public async Task Operation_Each_TakesItsExampleAndAnswersByItsSchema()
    {
        var faults = new List<string>();
        var world = new ExampleWorld(_app, _document);
        // Those of the sandbox are not here: its own stories walk them.
        foreach (var operation in _document.Operations.Where(o => !o.IsOfSandbox))
        {
            var (path, body) = await world.PrepareAsync(operation);
            var answer = await CallAsync(world.Client, operation, path, body);

            Assert.That(answer.Status, Is.EqualTo(operation.Success), $"{operation.Id}: {answer.Text}");
            faults.AddRange(await _document.FaultsOfAsync(operation, answer));
        }

        Assert.That(faults, Is.Empty);
    }

    [Test]
    public async Task Answers_OfMoreQuestions_AreOfTheirSchemas()
    {
        var deadline = _document.Named("calculateDeadline");
        var simulation = _document.Named("simulatePromises");
        (Operation Operation, string Body)[] questions =
        [
            (deadline, """{ "plan": "bronze", "promise": "response", "startAt": "2026-12-24T17:00:00+01:00" }"""),
            (deadline, """{ "plan": "gold", "workingTime": "PT1.5S", "startAt": "2026-12-24T17:00:00.1234567Z", "includeLedger": false }"""),
            (deadline, _document.Named("calculateElapsed").RequestExample!["schedule"]!.ToJsonString() is var schedule
                ? $$"""{ "schedule": {{schedule}}, "workingTime": "PT30H", "startAt": "2026-12-18T17:00:00Z" }""" : ""),
            (_document.Named("calculateElapsed"), """{ "plan": "standard", "from": "2027-12-20T00:00:00Z", "to": "2028-01-10T00:00:00Z" }"""),
            (simulation, """{ "receivedAt": "2026-11-20T18:30:00Z", "urgency": "normal", "channel": "integration" }"""),
            (simulation, """{ "receivedAt": "2026-11-20T18:30:00Z", "urgency": "urgent", "channel": "chat", "service": "proactive_work" }"""),
        ];

        foreach (var (operation, body) in questions)
        {
            var answer = await _app.Api.PostTextAsync(operation.Path, body);
            Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
            Assert.That(await _document.FaultsOfAsync(operation, answer), Is.Empty);
        }
    }

    [Test]
    public async Task Problems_OfEveryKind_AreOfTheirSchema()
    {
        Answer[] problems =
        [
            await _app.Api.GetAsync("/v1/plans?limit=0&x=1"),
            await _app.Api.GetAsync("/v1/plans/platinum"),
            await _app.Api.GetAsync("/nowhere"),
            await _app.Api.GetAsync("/v1/plans", ("Accept", "text/html")),
            await _app.Api.PostTextAsync("/v1/sla/deadlines", "{}"),
            await _app.Api.PostTextAsync("/v1/sla/deadlines", "{"),
            await _app.Api.PostTextAsync("/v1/sla/deadlines", """{ "plan": "x", "startAt": "2026-11-20T18:30:00Z", "workingTime": "PT4H" }"""),
            await _app.Api.PostTextAsync("/v1/sla/deadlines", $$"""{ {{string.Join(", ", Enumerable.Range(0, 300).Select(i => $"\"x{i}\": 1"))}} }"""),
            await _app.Api.PostTextAsync("/v1/sla/deadlines", $$"""{ "{{new string('x', 5000)}}": 1 }"""),
            await _app.Api.GetAsync($"/v1/plans/{new string('p', 2000)}"),
        ];

        foreach (var problem in problems)
            Assert.That(await _document.FaultsOfAsync("Problem", problem.Text), Is.Empty);
    }

    [TestCaseSource(nameof(WithBody))]
    public async Task Body_ThatBreaksTheDocument_IsRefusedInItsPlace(string id)
    {
        var operation = _document.Named(id);
        var violations = new Violations(_document, operation.RequestSchema!, operation.RequestExample!).All();
        var (path, _) = await new ExampleWorld(_app, _document).PrepareAsync(operation);
        var faults = new List<string>();

        foreach (var (i, violation) in violations.Index())
        {
            var body = Encoding.UTF8.GetBytes(violation.Body.ToJsonString());
            var headers = operation.NeededHeaders($"{id}-{i}");
            var answer = await _app.Api.SendAsync(new(operation.Method), path, body, headers, operation.RequestType);
            if (answer.Status is not (400 or 422))
                faults.Add($"{violation}: {answer.Status}");
            else if (!Problem.Places(answer).Any(place => IsToldAt(violation.Pointer, place, answer.Status)))
                faults.Add($"{violation}: told at {string.Join(", ", Problem.Places(answer))}");
        }

        Assert.That(violations, Has.Count.GreaterThan(_document.Resolve(operation.RequestSchema!)["properties"]!.AsObject().Count));
        Assert.That(faults, Is.Empty);
    }

    [Test]
    public async Task Parameter_ThatBreaksTheDocument_IsRefusedByName()
    {
        var faults = new List<string>();
        var tried = 0;
        foreach (var operation in _document.Operations)
        {
            foreach (var parameter in operation.Parameters.Where(p => (string?)p["in"] is "query" or "path"))
            {
                var name = (string)parameter["name"]!;
                foreach (var value in Wrong(parameter["schema"]!))
                {
                    var answer = await _app.Api.SendAsync(
                        new(operation.Method), AddressWith(operation, name, value), null, [("If-Match", "*")]);
                    tried++;
                    if (answer.Status != 400 || !Problem.Places(answer).Contains(name))
                        faults.Add($"{operation.Id} {name}={value[..Math.Min(20, value.Length)]}: {answer.Status}");
                }
            }
        }

        Assert.That(tried, Is.GreaterThan(30));
        Assert.That(faults, Is.Empty);
    }

    /// <summary>A rule of the business may speak of a list as a whole.</summary>
    private static bool IsToldAt(string pointer, string place, int status) =>
        place.StartsWith(pointer, StringComparison.Ordinal)
        || (status == 422 && pointer.StartsWith($"{place}/", StringComparison.Ordinal));

    private static List<string> Wrong(JsonNode schema)
    {
        if ((string?)schema["type"] == "integer")
            return [$"{(long)schema["minimum"]! - 1}", $"{(long)schema["maximum"]! + 1}", "x", "1.5", "99999999999999999999"];

        List<string> wrong = [];
        if (schema["maxLength"] is { } length)
            wrong.Add(new string('a', (int)length + 1));
        if (schema["format"] is not null || schema["pattern"] is not null)
            wrong.Add("x");
        return wrong;
    }

    private static string AddressWith(Operation operation, string name, string value)
    {
        var path = (operation with { Path = operation.Path.Replace($"{{{name}}}", value, StringComparison.Ordinal) }).SomePath;
        var needsYear = operation.Id == "listHolidays" && name != "year" ? "year=2026&" : "";
        return operation.Path.Contains($"{{{name}}}", StringComparison.Ordinal) ? path : $"{path}?{needsYear}{name}={value}";
    }

    private Task<Answer> CallAsync(ApiClient client, Operation operation, string path, JsonNode? body) => operation.Method switch
    {
        _ when operation.Id == "publishPlanVersion" => Task.FromResult(_published),
        _ when operation.TakesFile => client.SendAsync(HttpMethod.Post, path, [1, 2, 3], [], "image/jpeg"),
        "GET" => client.GetAsync(path),
        _ => client.SendAsync(
            new(operation.Method), path, body is null ? null : Encoding.UTF8.GetBytes(body.ToJsonString()), operation.NeededHeaders(path),
            body is null ? null : operation.RequestType),
    };
}
