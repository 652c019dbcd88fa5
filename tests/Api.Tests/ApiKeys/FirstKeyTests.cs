using System.Text.RegularExpressions;

namespace MisterAssist.Api.Tests.ApiKeys;

/// <summary>Who comes first gets in, where somebody develops, and nowhere else.</summary>
[NonParallelizable]
public sealed partial class FirstKeyTests
{
    [Test]
    public async Task Start_OnAnEmptyDatabaseInDevelopment_PrintsAnAdministratorsKeyOnceOnALineOfItsOwn()
    {
        var (app, printed) = Start("Development");
        using (app)
        {
            var line = printed.Split('\n').Single(text => text.Contains("ma_live_", StringComparison.Ordinal));
            var secret = Announced().Match(line).Groups["secret"].Value;
            Assert.That((await app.ClientWith(secret).GetAsync("/v1/api-keys")).Status, Is.EqualTo(200), line);

            var (again, printedAgain) = Start("Development", app.Database.Settings);
            using (again)
                Assert.That(printedAgain, Does.Contain("MisterAssist listens on").And.Not.Contains("ma_live_"));
        }
    }

    [TestCase("Production")]
    [TestCase("Sandbox")]
    public void Start_ElsewhereThanInDevelopment_PrintsNothing(string environment)
    {
        var (app, printed) = Start(environment);
        using (app)
            Assert.That(printed, Is.Empty, "all of it is in the log");
    }

    private static (ApiFactory App, string Printed) Start(string environment, params (string Key, string Value)[] settings)
    {
        var console = Console.Out;
        using var printed = new StringWriter();
        Console.SetOut(printed);
        try
        {
            return (new ApiFactory(environment, settings), printed.ToString());
        }
        finally
        {
            Console.SetOut(console);
        }
    }

    [GeneratedRegex(@"\AAdministrator key \(shown once\): (?<secret>ma_live_[0-9A-Za-z]{36})\r?\z", RegexOptions.None, 1000)]
    private static partial Regex Announced();
}
