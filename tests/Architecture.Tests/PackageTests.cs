using System.Text.RegularExpressions;

namespace MisterAssist.Architecture.Tests;

/// <summary>Each version is named once, and for a package that somebody uses.</summary>
public sealed partial class PackageTests
{
    private static IReadOnlyList<SourceFile> Projects =>
        [.. Repository.Files("", "*.csproj"), .. Repository.Files("", "Directory.Build.props")];

    private static List<string> Versions =>
        [.. Version().Matches(Repository.Read("Directory.Packages.props")).Select(match => match.Groups["name"].Value)];

    [Test]
    public void Packages_AreNamedOnce()
    {
        Assert.That(Versions, Is.Not.Empty.And.Unique);
    }

    [Test]
    public void Projects_NameNoVersions()
    {
        var projects = Projects;

        var wrong = projects.Where(file => ReferenceWithVersion().IsMatch(file.Text));

        Assert.That(projects, Is.Not.Empty);
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Packages_AreEachUsedByAProjectOrPinnedForWhatOneBringsAlong()
    {
        var referenced = Projects.SelectMany(file => Reference().Matches(file.Text)).Select(match => match.Groups["name"].Value).ToHashSet();
        var pinned = Versions.Where(package => !referenced.Contains(package)).ToList();
        var solution = Repository.Read("MisterAssist.sln");
        var restored = Repository.Files("", "*.csproj").Where(project => solution.Contains(project.Name, StringComparison.Ordinal))
            .Select(project => Path.Combine(Repository.Root, project.Folder, "obj", "project.assets.json")).ToList();
        // A pin shows only in what was restored: on its own this project restores the others in part.
        if (restored.Exists(assets => !File.Exists(assets)))
            Assert.Ignore("Not every project is restored: run 'dotnet restore' on the solution to have the pinned packages checked.");

        var assets = restored.ConvertAll(File.ReadAllText);

        var unused = pinned.Where(package => !assets.Exists(text => text.Contains($"\"{package}/", StringComparison.OrdinalIgnoreCase)));
        Assert.That(referenced, Is.Not.Empty);
        Assert.That(unused, Is.Empty);
    }

    [GeneratedRegex("""<PackageVersion Include="(?<name>[^"]+)" """, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();

    [GeneratedRegex("""<PackageReference (Include|Update)="(?<name>[^"]+)" """, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex("""<PackageReference [^>]*Version(Override)?=""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReferenceWithVersion();
}
