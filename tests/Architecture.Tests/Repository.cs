namespace MisterAssist.Architecture.Tests;

/// <summary>A source file as it lies in the repository; its path has forward slashes and starts at the root.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public string Folder => Path[..Math.Max(0, Path.LastIndexOf('/'))];

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public IReadOnlyList<string> Lines => Text.TrimEnd('\n').Split('\n');

    public override string ToString() => Path;
}

/// <summary>The working tree that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "data", "TestResults", "node_modules", "generated"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> SourcesOf(string layer) => Files($"src/{layer}", "*.cs");

    /// <summary>The files that match, by path, without what a build or a run leaves behind.</summary>
    public static IReadOnlyList<SourceFile> Files(string folder, string pattern) =>
    [
        .. from file in Walk(new DirectoryInfo(Path.Combine(Root, folder)), pattern)
           let path = Path.GetRelativePath(Root, file.FullName).Replace('\\', '/')
           orderby path
           select new SourceFile(path, File.ReadAllText(file.FullName)),
    ];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder, string pattern) =>
        folder.EnumerateFiles(pattern).Concat(
            folder.EnumerateDirectories()
                .Where(inner => inner.Name[0] != '.' && !NotOurs.Contains(inner.Name))
                .SelectMany(inner => Walk(inner, pattern)));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MisterAssist.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"MisterAssist.sln is nowhere above {AppContext.BaseDirectory}");
    }
}
