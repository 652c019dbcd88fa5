using System.Text.RegularExpressions;

namespace MisterAssist.Architecture.Tests;

/// <summary>Api, Infrastructure, Application, Domain: each may use those after it, and nothing points back.</summary>
public sealed partial class LayerTests
{
    /// <summary>What a layer may name, besides the base library.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        [Layers.Domain] = ["NodaTime"],
        [Layers.Application] =
        [
            "NodaTime", "MisterAssist.Domain", "MediatR", "FluentValidation", "Microsoft.Extensions.DependencyInjection.Abstractions",
            "Microsoft.Extensions.Logging.Abstractions",
        ],
        [Layers.Infrastructure] =
        [
            "NodaTime", "MisterAssist.Domain", "MisterAssist.Application", "Dapper", "Microsoft.Data.SqlClient", "Microsoft.Data.Sqlite", "Polly.Core", "SQLitePCLRaw.bundle_e_sqlite3",
            "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Configuration.Abstractions",
        ],
    };

    private static readonly string[] NotForApi = ["Dapper", "Microsoft.Data.SqlClient", "Microsoft.Data.Sqlite", "SQLitePCLRaw", "System.Data"];

    private static IEnumerable<string> InnerLayers => Allowed.Keys;

    [TestCaseSource(nameof(InnerLayers))]
    public void Assembly_OfALayer_UsesOnlyWhatItsLayerMay(string layer)
    {
        var references = Layers.Assembly(layer).GetReferencedAssemblies().Select(name => name.Name!).ToList();

        var others = references.Where(name => !IsBaseLibrary(name) && !Allowed[layer].Contains(name));

        Assert.That(references, Is.Not.Empty);
        Assert.That(others, Is.Empty);
    }

    [TestCaseSource(nameof(InnerLayers))]
    public void Project_OfALayer_ReferencesOnlyWhatItsLayerMay(string layer)
    {
        var references = ReferencesOf(layer).ToList();

        var others = references.Where(name => !Allowed[layer].Contains(name));

        Assert.That(references, Is.Not.Empty);
        Assert.That(others, Is.Empty);
    }

    [Test]
    public void Project_Domain_ReferencesNodaTimeAlone()
    {
        Assert.That(ReferencesOf(Layers.Domain), Is.EqualTo(new[] { "NodaTime" }));
    }

    [Test]
    public void Api_AssemblyAndProject_ReachTheDatabaseThroughInfrastructureOnly()
    {
        var references = Layers.Assembly(Layers.Api).GetReferencedAssemblies().Select(name => name.Name!)
            .Concat(ReferencesOf(Layers.Api)).ToList();

        var drivers = references.Where(name => NotForApi.Any(other => name.StartsWith(other, StringComparison.Ordinal)));

        Assert.That(references, Does.Contain("MisterAssist.Infrastructure").And.Contain("MisterAssist.Application"));
        Assert.That(drivers, Is.Empty);
    }

    [Test]
    public void Api_Sources_NameInfrastructureInTheProgramAlone()
    {
        var sources = Repository.SourcesOf(Layers.Api);

        var naming = sources.Where(file => file.Text.Contains("MisterAssist.Infrastructure", StringComparison.Ordinal)).Select(file => file.Path);

        Assert.That(naming, Is.EqualTo(new[] { "src/Api/Program.cs" }));
    }

    [Test]
    public void Api_Program_CallsOnlyTheRegistrationOfInfrastructure()
    {
        var program = Repository.Read("src/Api/Program.cs");

        var lines = program.Split('\n').Where(line => line.Contains("Infrastructure", StringComparison.Ordinal)).Select(line => line.Trim());

        Assert.That(
            lines, Has.All.Matches<string>(line => line == "using MisterAssist.Infrastructure;" || line.StartsWith(".AddInfrastructure(", StringComparison.Ordinal)));
    }

    [TestCase(Layers.Domain, "Application", "Infrastructure", "Api")]
    [TestCase(Layers.Application, "Infrastructure", "Api")]
    [TestCase(Layers.Infrastructure, "Api")]
    public void Sources_OfALayer_NameNoLayerAboveIt(string layer, params string[] above)
    {
        var sources = Repository.SourcesOf(layer);

        var pointingBack = sources.Where(file => above.Any(other => file.Text.Contains($"MisterAssist.{other}", StringComparison.Ordinal)));

        Assert.That(sources, Is.Not.Empty);
        Assert.That(pointingBack, Is.Empty);
    }

    [TestCase(Layers.Domain)]
    [TestCase(Layers.Application)]
    public void Sources_OfTheCore_KnowNeitherTheWebNorADatabase(string layer)
    {
        var sources = Repository.SourcesOf(layer);

        var naming = sources.Where(file => WebOrDatabase().IsMatch(file.Text));

        Assert.That(sources, Is.Not.Empty);
        Assert.That(naming, Is.Empty);
    }

    private static bool IsBaseLibrary(string name) => name.StartsWith("System.", StringComparison.Ordinal) || name == "netstandard";

    private static IEnumerable<string> ReferencesOf(string layer)
    {
        var project = Repository.Read($"src/{layer}/MisterAssist.{layer}.csproj");
        return Reference().Matches(project).Select(match => Path.GetFileName(match.Groups["name"].Value).Replace(".csproj", ""));
    }

    [GeneratedRegex("""<(Project|Package|Framework)?Reference\s+Include="(?<name>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"Microsoft\.AspNetCore|System\.Net\.Http|System\.Data|\bDapper\b|Sqlite|SqlClient|System\.Text\.Json|\bSELECT\b", RegexOptions.None, 1000)]
    private static partial Regex WebOrDatabase();
}
