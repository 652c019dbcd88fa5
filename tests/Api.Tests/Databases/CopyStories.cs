using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.OpenApi;
using MisterAssist.Api.Tests.Tickets;
using MisterAssist.TestKit.Databases;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Api.Tests.Databases;

/// <summary>A company that has done all that can be done moves to another database: it finds everything there, and goes on.</summary>
internal sealed class CopyStories
{
    private static readonly (string Key, string Value)[] Unwatched = [("Tickets:WatchSeconds", "86400"), ("Contracts:WatchSeconds", "86400")];

    private DirectoryInfo _folder = null!;
    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public async Task FillAsync()
    {
        _folder = Directory.CreateTempSubdirectory("misterassist-");
        _app = new("Development", [StoryDatabase.OnFile, .. Unwatched]);
        _app.Clock.Now = Moments.Utc("2026-11-20T18:30:00Z");
        var document = ApiDescription.Published;
        var world = new ExampleWorld(_app, document);
        foreach (var operation in document.Operations.Where(o => !o.IsOfSandbox && o.Method != "GET" && o.Id != "publishPlanVersion"))
        {
            var (path, body) = await world.PrepareAsync(operation);
            var answer = operation.TakesFile
                ? await world.Client.SendAsync(HttpMethod.Post, path, [1, 2, 3], [], "image/jpeg")
                : await world.Client.SendAsync(
                    new(operation.Method), path, body is null ? null : Encoding.UTF8.GetBytes(body.ToJsonString()), operation.NeededHeaders(path),
                    body is null ? null : operation.RequestType);
            Assert.That(answer.Status, Is.EqualTo(operation.Success), $"{operation.Id}: {answer.Text}");
        }
    }

    [OneTimeTearDown]
    public void Close()
    {
        _app.Dispose();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Copy_IntoAnotherFile_HasEverything_AndGoesOn()
    {
        var there = Files("file");

        var (exitCode, output, errors) = await CopyAsync(_app.Database.Settings, "sqlite:file.db");

        Assert.That(exitCode, Is.Zero, errors + output);
        Assert.That(output, Does.Match("\nissued_invoice\t[1-9]").And.Match("\nevent\t[1-9]").And.Not.Contains("\tNO"));
        await CompareAndGoOnAsync(_app, there);
        Assert.That((await CopyAsync(_app.Database.Settings, "sqlite:file.db")).ExitCode, Is.EqualTo(1), "it is not empty any more");
    }

    [Test]
    public async Task Copy_ToAServerAndBack_HasEverything_AndGoesOn()
    {
        var connectionString = SqlServerForTests.NewDatabase();
        try
        {
            (string Key, string Value)[] server = [(StoryDatabase.Provider, "SqlServer"), (StoryDatabase.ConnectionString, connectionString)];
            var moved = await CopyAsync([.. _app.Database.Settings, ("COPY_TO", $"sqlserver:{connectionString}")], "env:COPY_TO");
            Assert.That(moved.ExitCode, Is.Zero, moved.Errors + moved.Output);
            await CompareAndGoOnAsync(_app, server);

            using var onServer = new ApiFactory("Development", [.. server, .. Unwatched]);
            onServer.Clock.Now = _app.Clock.Now;
            var back = await CopyAsync(server, "sqlite:back.db");
            Assert.That(back.ExitCode, Is.Zero, back.Errors + back.Output);
            await CompareAndGoOnAsync(onServer, Files("back"));
        }
        finally
        {
            await SqlServerForTests.DropAsync(connectionString);
        }
    }

    /// <summary>Whatever is asked is answered alike; then numbers and events go on where they were.</summary>
    private static async Task CompareAndGoOnAsync(ApiFactory original, (string Key, string Value)[] copied)
    {
        using var copy = new ApiFactory("Development", [.. copied, .. Unwatched]);
        copy.Clock.Now = original.Clock.Now;
        var questions = ApiDescription.Published.Operations
            .Where(o => !o.IsOfSandbox && o.Method == "GET" && !o.Path.Contains('{') && o.Path != "/v1/api-keys").Select(o => o.Path).ToList();
        var compared = 0;
        foreach (var question in questions)
        {
            var expected = await original.Api.GetAsync(question);
            // Some need more than an address.
            if (expected.Status != 200)
                continue;

            Assert.That((await copy.Api.GetAsync(question)).Text, Is.EqualTo(expected.Text), question);
            compared++;
        }

        Assert.That(compared, Is.GreaterThan(10));

        var events = await EventsAsync(copy);
        var tickets = await Desk.AllAsync(copy.Api, "/v1/tickets?limit=100");
        var opened = await copy.Api.AskAsync("/v1/tickets", new JsonObject
        {
            ["customerId"] = (string)tickets[0]["customerId"]!,
            ["subject"] = "La stampante è ferma",
            ["description"] = "Da stasera non stampa più.",
            ["urgency"] = "normal",
            ["channel"] = "email",
        });
        Assert.That(NumberOf(opened), Is.EqualTo(tickets.Max(NumberOf) + 1));
        var after = await EventsAsync(copy);
        Assert.That(after.Take(events.Count), Is.EqualTo(events));
        Assert.That(after, Has.Count.GreaterThan(events.Count).And.Ordered.Ascending.And.Unique);
    }

    private static async Task<IReadOnlyList<long>> EventsAsync(ApiFactory app)
    {
        var all = new List<long>();
        while (await app.Api.ReadAsync($"/v1/events?after={all.LastOrDefault()}&limit=100") is var page && page["data"]!.AsArray() is { Count: > 0 } found)
            all.AddRange(found.Select(line => (long)line!["sequence"]!));
        return all;
    }

    private static int NumberOf(JsonNode ticket) => int.Parse(((string)ticket["number"]!).Split('-')[^1], CultureInfo.InvariantCulture);

    private (string Key, string Value)[] Files(string name) =>
        [StoryDatabase.OnFile, (StoryDatabase.ConnectionString, $"Data Source={Path.Combine(_folder.FullName, name)}.db;Pooling=False")];

    private Task<(int ExitCode, string Output, string Errors)> CopyAsync((string Key, string Value)[] from, string to) =>
        Executable.RunAsync(_folder.FullName, from, "copy", "--to", to);
}
