using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MisterAssist.Api.Telemetry;
using MisterAssist.Application.Shared;
using MisterAssist.TestKit.Server;

namespace MisterAssist.Api.Tests.Telemetry;

public sealed class LogTests
{
    [TestCase(null, "Development", false)]
    [TestCase(null, "Production", true)]
    [TestCase(null, "Sandbox", true)]
    [TestCase("json", "Development", true)]
    [TestCase("simple", "Production", false)]
    public void AreJson_ByTheSettingOrElseByTheEnvironment(string? format, string environment, bool expected) =>
        Assert.That(AreJson(format, environment), Is.EqualTo(expected));

    [TestCase("JSON")]
    [TestCase("")]
    public void AreJson_AFormatThatIsNone_NamesTheSetting(string format)
    {
        var failure = Assert.Throws<SettingsException>(() => AreJson(format, "Production"));

        Assert.That(failure!.Message, Does.StartWith("Logging:Format"));
    }

    [Test]
    public async Task Log_OfAllThatIsToldToTheServer_HasNothingOfPeopleOrKeys()
    {
        var entries = new ConcurrentQueue<string>();
        using var everything = new EntryLog(entries.Enqueue);
        Secrets secrets;
        using (var app = new ApiFactory(
            services => services.AddLogging(logging => logging
                .AddProvider(everything)
                .AddFilter<EntryLog>(null, LogLevel.Trace)
                .AddFilter<EntryLog>("Microsoft.AspNetCore", LogLevel.Trace)
                .AddFilter<EntryLog>("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Trace)),
            "Production",
            ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore.Routing", "Trace")))
        {
            secrets = await Secrets.TellAsync(app);
        }

        var told = entries.SelectMany(entry => secrets.In(entry).Select(secret => $"{secret} in {entry}"));
        Assert.That(told, Is.Empty);
        Assert.That(entries, Has.Some.Contains("POST /v1/customers 201").And.Some.Contains("CreateCustomerCommand took"));
        Assert.That(entries, Has.Some.Match(@"GET /v1/customers/cus_\w{26} 500").And.Some.Contains("GET /v1/customers/{customerId} 400"));
        Assert.That(entries, Has.Some.Contains("GET (no operation) 404"));
        Assert.That(entries, Has.Some.Match("failed\n(System|Microsoft|MisterAssist)"), "what went wrong is told with its text");
        Assert.That(entries, Has.Some.Match("RequestId=[0-9a-f]{32}").And.Some.Match("TraceId[:=][0-9a-f]{32}"));
    }

    [Test]
    public async Task Log_InProduction_IsAnObjectPerLineWithTheRequestAndItsTrace()
    {
        const string trace = "0af7651916cd43dd8448eb211c80319c";
        var folder = Directory.CreateTempSubdirectory("misterassist-");
        using var server = ApiProcess.Launch(Path.Combine(folder.FullName, "test.db"), "Production");
        try
        {
            var lines = new List<JsonNode>();
            var address = await ApiProcess.ListeningAsync(server, line => lines.Add(JsonNode.Parse(line)!));
            using var http = new HttpClient { BaseAddress = address };
            http.DefaultRequestHeaders.Add("X-Request-Id", "ordine-66");
            http.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-b7ad6b7169203331-01");
            await http.GetAsync(new Uri("/v1/customers?name=Rossi", UriKind.Relative));

            var entry = await EntryAsync(server, "AccessLog");

            Assert.That(lines.Select(line => (string?)line["Category"]), Does.Contain("MisterAssist.Api"), "where it listens is an entry too");
            Assert.That((string?)entry["Timestamp"], Does.Match(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\z"));
            Assert.That((string?)entry["Message"], Does.Match(@"\AGET /v1/customers 401 "));
            Assert.That(entry["Scopes"]!.ToJsonString(), Does.Contain("ordine-66").And.Contain(trace).And.Not.Contain("RequestPath"));
            Assert.That(entry.ToJsonString(), Does.Not.Contain("Rossi"));
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<JsonNode> EntryAsync(System.Diagnostics.Process server, string category)
    {
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (JsonNode.Parse(line)! is var entry && ((string)entry["Category"]!).EndsWith(category, StringComparison.Ordinal))
                return entry;
        }

        throw new InvalidOperationException($"The server ended before {category} said anything");
    }

    private static bool AreJson(string? format, string environment) => Logs.AreJson(
        new ConfigurationBuilder().AddInMemoryCollection([new("Logging:Format", format)]).Build(), new Place(environment));

    private sealed record Place(string EnvironmentName) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = EnvironmentName;
        public string ApplicationName { get; set; } = "";
        public string ContentRootPath { get; set; } = "";
        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = null!;
    }
}
