using System.Text.RegularExpressions;
using MediatR;

namespace MisterAssist.Architecture.Tests;

/// <summary>Where things lie, and how long they may get.</summary>
public sealed partial class TreeTests
{
    private const int MaxLines = 300;
    private const int MaxLinesOfAUseCase = 90;

    private static readonly string[] FoldersByKind =
    [
        "Common", "Helpers", "Utils", "Entities", "ValueObjects", "Enums", "Exceptions", "Commands", "Queries", "Validations", "Validators",
        "Handlers", "Interfaces", "Models", "Dtos", "Services",
    ];

    private static IReadOnlyList<SourceFile> Sources => Repository.Files("src", "*.cs");

    private static IReadOnlyList<SourceFile> AllSources => [.. Sources, .. Repository.Files("tests", "*.cs"), .. Repository.Files("bench", "*.cs")];

    private static List<string> UseCases =>
    [
        .. from type in Layers.TypesOf(Layers.Application)
           where type.Implements(typeof(IRequestHandler<,>))
           select type.FullName,
    ];

    [Test]
    public void Folders_AreNamedByFeatureNotByKind()
    {
        var folders = AllSources.Select(file => file.Folder).Distinct().ToList();

        var byKind = folders.Where(folder => folder.Split('/').Intersect(FoldersByKind).Any());

        Assert.That(folders, Is.Not.Empty);
        Assert.That(byKind, Is.Empty);
    }

    [Test]
    public void Namespaces_EqualTheirFolders()
    {
        var sources = AllSources.Select(file => (file.Path, Expected: ExpectedNamespace(file), Found: Namespace().Match(file.Text).Groups["name"].Value)).ToList();

        // An entry point has no namespace.
        var wrong = sources.Where(file => file.Found != file.Expected && !file.Path.EndsWith("/Program.cs", StringComparison.Ordinal));

        Assert.That(sources, Is.Not.Empty);
        Assert.That(wrong, Is.Empty);
    }

    [TestCaseSource(nameof(UseCases))]
    public void UseCase_IsWholeInOneFileOfItsName(string handler)
    {
        var useCase = handler[(handler.LastIndexOf('.') + 1)..].Replace("Handler", "");
        var folder = handler[..handler.LastIndexOf('.')].Replace("MisterAssist.", "").Replace('.', '/');

        var file = Sources.SingleOrDefault(file => file.Path == $"src/{folder}/{useCase}.cs");

        Assert.That(file, Is.Not.Null, $"src/{folder}/{useCase}.cs");
        Assert.That(file!.Text, Does.Contain($"class {useCase}Handler").And.Match($"record {useCase}(Command|Query)\\b"));
        Assert.That(file.Lines, Has.Count.LessThanOrEqualTo(MaxLinesOfAUseCase));
    }

    [Test]
    public void UseCases_AreSome()
    {
        Assert.That(UseCases, Is.Not.Empty);
    }

    [Test]
    public void Files_AreShorterThanThreeHundredLines()
    {
        var sources = AllSources;

        var tooLong = sources.Where(file => file.Lines.Count > MaxLines).Select(file => $"{file.Path}: {file.Lines.Count}");

        Assert.That(sources, Is.Not.Empty);
        Assert.That(tooLong, Is.Empty);
    }

    [Test]
    public void Files_SayNothingIsYetToBeDone()
    {
        string[] patterns = ["*.cs", "*.sql", "*.csproj", "*.props", "*.json", "*.yaml"];
        var files = patterns.SelectMany(pattern => Repository.Files("", pattern)).ToList();

        var unfinished = files.Where(file => Unfinished().IsMatch(file.Text));

        Assert.That(files, Is.Not.Empty);
        Assert.That(unfinished, Is.Empty);
    }

    [Test]
    public void Sources_HaveNoRegionsAndSwitchNoWarningOff()
    {
        var sources = Sources;

        var wrong = sources.Where(file => Hiding().IsMatch(file.Text));

        Assert.That(sources, Is.Not.Empty);
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Features_LieInTestsAsInSources()
    {
        string[] layers = [Layers.Domain, Layers.Application, Layers.Infrastructure, Layers.Api];
        var tested = layers.SelectMany(layer => Repository.Files($"tests/{layer}.Tests", "*.cs").Select(file => file.Folder.Replace(".Tests", ""))).Distinct().ToList();

        var strangers = tested.Where(folder => !Directory.Exists(Path.Combine(Repository.Root, "src", folder["tests/".Length..])));

        Assert.That(tested, Is.Not.Empty);
        Assert.That(strangers, Is.Empty);
    }

    private static string ExpectedNamespace(SourceFile file)
    {
        var parts = file.Folder.Split('/');
        return string.Join('.', parts[0] == "bench" ? ["MisterAssist", "Benchmarks", .. parts[1..]] : ["MisterAssist", .. parts[1..]]);
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Namespace();

    // Spelled so that this file is not found itself.
    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HA[C]K|XX[X])\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^\s*#(region|pragma warning disable)|NotImplemented[E]xception", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hiding();
}
