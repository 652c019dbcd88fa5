namespace MisterAssist.Api.Tests.Databases;

/// <summary>However a command fails, it says so in one line, and ends with 1: never by an exception that nobody caught.</summary>
public sealed class CommandFailureTests
{
    private const string Nowhere = "Server=127.0.0.1,1;Database=m;Connect Timeout=1;Encrypt=False";

    private static readonly (string Key, string Value)[] OnAServerThatIsNotThere =
        [("Database:Provider", "SqlServer"), (StoryDatabase.ConnectionString, Nowhere), ("Database:BusySeconds", "1")];

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("misterassist-");

    [TearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    [TestCase("copy", "--from", $"sqlserver:{Nowhere}", "--to", "sqlite:there.db")]
    [TestCase("copy", "--from", "sqlite:notthere.db", "--to", "sqlite:there.db")]
    [TestCase("migrate")]
    [TestCase("keys", "list")]
    public async Task Command_WithoutTheDatabaseThatItNeeds_SaysSoInOneLine(params string[] arguments)
    {
        var (exitCode, output, errors) = await Executable.RunAsync(_folder.FullName, OnAServerThatIsNotThere, arguments);

        Assert.That((exitCode, output), Is.EqualTo((1, "")), errors);
        Assert.That(errors.TrimEnd().ReplaceLineEndings("\n"), Is.Not.Empty.And.Not.Contains("\n").And.Not.Contains("   at "));
    }
}
