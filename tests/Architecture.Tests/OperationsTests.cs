using System.Text.RegularExpressions;

namespace MisterAssist.Architecture.Tests;

/// <summary>What whoever runs it reads agrees with what is built.</summary>
public sealed partial class OperationsTests
{
    private static string Operations => Repository.Read("docs/operations.md");

    [Test]
    public void Settings_ThatTheCodeReads_StandInTheDocument()
    {
        var code = string.Concat(Repository.Files("src", "*.cs").Select(file => file.Text));
        var read = Key().Matches(code).Select(match => match.Groups["key"].Value).Distinct().ToList();
        var sections = Section().Matches(code).Select(match => match.Groups["key"].Value).Distinct().ToList();

        Assert.That(read, Does.Contain("Database:Provider").And.Contain("Database:Retries").And.Contain("Telemetry:Otlp:Endpoint"));
        Assert.That(read.Where(key => !Operations.Contains($"`{key}`", StringComparison.Ordinal)), Is.Empty);
        Assert.That(sections, Does.Contain("Tickets"));
        Assert.That(sections.Where(key => !Regex.IsMatch(Operations, $"[`:]{key}[:`]", RegexOptions.None, TimeSpan.FromSeconds(1)) && key is not ("Address" or "AttachmentTypes")), Is.Empty);
    }

    [Test]
    public void Image_IsMadeOfWhatIsThere_ByTheFrameworkThatIsBuiltFor_AndRunsWithoutRights()
    {
        var lines = Repository.Read("Dockerfile").Split('\n');
        var copied = lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1]).ToList();

        Assert.That(copied, Does.Contain("src"));
        Assert.That(copied.Where(path => !Path.Exists(Path.Combine(Repository.Root, path))), Is.Empty);
        Assert.That(
            lines.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)).Select(line => line.Split(':')[1].Split(' ')[0]), Is.All.EqualTo(Framework()));
        Assert.That(lines.SkipWhile(line => !line.StartsWith("USER ", StringComparison.Ordinal)).Where(line => line.StartsWith("RUN ", StringComparison.Ordinal)), Is.Empty);
        Assert.That(lines, Has.Some.StartsWith("USER $APP_UID").And.Some.StartsWith("HEALTHCHECK "));
    }

    [Test]
    public void Compose_HasNoPasswordOfItsOwn()
    {
        var text = string.Join('\n', Repository.Read("compose.yaml").Split('\n').Where(line => !line.StartsWith('#')));

        Assert.That(Password().Matches(text).Select(match => match.Groups["value"].Value), Is.Not.Empty.And.All.StartsWith("${MISTERASSIST_SA_PASSWORD"));
    }

    private static string Framework() => TargetFramework().Match(Repository.Read("Directory.Build.props")).Groups["version"].Value;

    [GeneratedRegex("""configuration(\[|, )"(?<key>[A-Za-z:]+)"[\],]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();

    [GeneratedRegex("""GetSection\("(?<key>[A-Za-z:]+)"\)""", RegexOptions.None, 1000)]
    private static partial Regex Section();

    [GeneratedRegex("password[=:] *(?<value>[^ ;]+)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Password();

    [GeneratedRegex("<TargetFramework>net(?<version>[0-9.]+)</TargetFramework>", RegexOptions.None, 1000)]
    private static partial Regex TargetFramework();
}
