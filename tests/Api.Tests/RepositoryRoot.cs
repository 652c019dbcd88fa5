namespace MisterAssist.Api.Tests;

/// <summary>The working tree that the tests were built from.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "MisterAssist.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("There is no MisterAssist.sln above the tests.");
        return folder.FullName;
    }
}
