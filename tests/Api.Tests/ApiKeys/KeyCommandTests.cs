namespace MisterAssist.Api.Tests.ApiKeys;

/// <summary>The command line, in a process of its own on the database of a running server.</summary>
public sealed class KeyCommandTests
{
    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public void StartServer() => _app = new("Production");

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [Test]
    public async Task Create_PrintsTheSecretAlone_AndTheServerTakesItAtOnce()
    {
        var made = await RunAsync("create", "--name", "Front end", "--kind", "staff", "--scopes", "tickets:read,plans:write", "--expires-in-days", "30");

        Assert.That(made.ExitCode, Is.Zero, made.Errors);
        Assert.That(made.Output, Does.Match(@"\Ama_live_[0-9A-Za-z]{36}\n\z"));
        Assert.That(made.Errors, Does.Not.Contain(made.Output.Trim()));
        var closures = await _app.ClientWith(made.Output.Trim()).GetAsync("/v1/closures");
        Assert.That(closures.Status, Is.EqualTo(200), closures.Text);
    }

    [Test]
    public async Task Create_ForACustomer_IsRestrictedToTheCustomersSaid()
    {
        const string first = "cus_01kaj3b6q0e1r8v5x2m9t4c7hw";
        const string second = "cus_01kaj3b6q0e1r8v5x2m9t4c7hx";

        var made = await RunAsync(
            "create", "--name", "Two shops", "--kind", "customer", "--scopes", "tickets:read", "--customers", $"{first},{second}");

        Assert.That(made.ExitCode, Is.Zero, made.Errors);
        var keys = (await _app.Api.ReadAsync("/v1/api-keys"))["data"]!.AsArray();
        var key = keys.Single(k => (string?)k!["name"] == "Two shops")!;
        Assert.That((string?)key["kind"], Is.EqualTo("customer"));
        Assert.That(key["customers"]!.AsArray().Select(id => (string?)id), Is.EqualTo((string[])[first, second]));
        Assert.That(made.Output, Does.StartWith((string)key["prefix"]!).And.EndWith((string)key["lastFour"]! + "\n"));
    }

    [TestCase("create", "--name", "X", "--kind", "customer", "--scopes", "tickets:read")]
    [TestCase("create", "--name", "X", "--kind", "partner", "--scopes", "admin")]
    [TestCase("create", "--name", "X", "--kind", "staff", "--scopes", "tickets:read", "--customers", "")]
    [TestCase("create", "--name", "X", "--kind", "staff", "--scopes", "tickets:red")]
    [TestCase("create", "--name", "X", "--kind", "robot", "--scopes", "tickets:read")]
    [TestCase("create", "--name", "X", "--kind", "staff", "--scopes", "tickets:read", "--expires-in-days", "0")]
    [TestCase("create", "--name", "", "--kind", "staff", "--scopes", "tickets:read")]
    [TestCase("create", "--kind", "staff", "--scopes", "tickets:read")]
    [TestCase("revoke", "key_01kaj3b6q0e1r8v5x2m9t4c7hw")]
    [TestCase("revoke", "key_x")]
    public async Task Command_ThatIsRefused_SaysWhyAndMakesNothing(params string[] arguments)
    {
        var refused = await RunAsync(arguments);

        Assert.That(refused.ExitCode, Is.EqualTo(1));
        Assert.That(refused.Errors, Is.Not.Empty.And.Not.Contains("   at "));
        Assert.That(refused.Output, Does.Not.Contain("ma_live_"));
    }

    [Test]
    public async Task Revoke_OfAListedKey_ActsOnTheRunningServer()
    {
        var made = await RunAsync("create", "--name", "Short-lived", "--kind", "staff", "--scopes", "admin");
        var listed = await RunAsync("list");
        var id = listed.Output.Split('\n').Single(line => line.EndsWith("\tShort-lived", StringComparison.Ordinal)).Split('\t')[0];

        var revoked = await RunAsync("revoke", id);
        var again = await RunAsync("revoke", id);

        Assert.That((revoked.ExitCode, again.ExitCode), Is.EqualTo((0, 1)));
        Assert.That(listed.Output, Does.Not.Contain(made.Output.Trim()));
        Problem.Expect(await _app.ClientWith(made.Output.Trim()).GetAsync("/v1/api-keys"), 401, "invalid_api_key");
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        Executable.RunAsync(Path.GetDirectoryName(_app.Database.File)!, _app.Database.Settings, ["keys", .. arguments]);
}
