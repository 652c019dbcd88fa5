using Microsoft.Data.Sqlite;
using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tests.Shared;

public sealed class DbSettingsTests
{
    private DirectoryInfo _root = null!;

    [SetUp]
    public void CreateRoot() => _root = Directory.CreateTempSubdirectory("misterassist-");

    [TearDown]
    public void DeleteRoot() => SqliteFile.Delete(_root);

    [TestCase(null, "data/misterassist.db")]
    [TestCase("Data Source=here.db", "here.db")]
    [TestCase("Data Source=a/b/c/here.db", "a/b/c/here.db")]
    [TestCase("Data Source=a/../there.db", "there.db")]
    [TestCase("Filename=here.db", "here.db")]
    public void From_RelativePath_IsResolvedAgainstTheRootAndItsFolderMade(string? setting, string expected)
    {
        var settings = From(setting);

        var file = DataSource(settings);
        Assert.That(file, Is.EqualTo(Path.Combine(_root.FullName, expected)));
        Assert.That(Path.GetDirectoryName(file), Does.Exist);
    }

    [Test]
    public void From_AbsolutePath_StaysWhereItIs()
    {
        var elsewhere = Path.Combine(_root.FullName, "elsewhere", "there.db");

        var settings = DbSettings.From(SqliteFile.Settings($"Data Source={elsewhere}"), Path.Combine(_root.FullName, "root"));

        Assert.That(DataSource(settings), Is.EqualTo(elsewhere));
    }

    [TestCase("Data Source=here.db", 10)]
    [TestCase("Data Source=here.db;Default Timeout=30", 30)]
    public void From_TimeToWaitForATurn_IsShorterThanARequestUnlessSaidOtherwise(string setting, int seconds)
    {
        var settings = From(setting);

        Assert.That(new SqliteConnectionStringBuilder(settings.ConnectionString).DefaultTimeout, Is.EqualTo(seconds));
    }

    [TestCase("Data Source=here.db")]
    [TestCase("Data Source=here.db;Foreign Keys=False")]
    public void From_AnySetting_EnforcesForeignKeys(string setting)
    {
        var settings = From(setting);

        Assert.That(new SqliteConnectionStringBuilder(settings.ConnectionString).ForeignKeys, Is.True);
    }

    [Test]
    public void From_OtherParts_AreKept()
    {
        var settings = From("Data Source=here.db;Default Timeout=7;Pooling=False");

        var parts = new SqliteConnectionStringBuilder(settings.ConnectionString);
        Assert.That((parts.DefaultTimeout, parts.Pooling), Is.EqualTo((7, false)));
    }

    [TestCase("Data Source=:memory:")]
    [TestCase("Data Source=shared;Mode=Memory;Cache=Shared")]
    [TestCase("Data Source=file:here.db?mode=ro")]
    [TestCase("nonsense")]
    [TestCase("Server=db;Database=misterassist")]
    [TestCase("Data Source=here.db;Mode=Sideways")]
    [TestCase("Data Source=here.db;Foreign Keys=perhaps")]
    [TestCase("Data Source=here.db;Default Timeout=soon")]
    [TestCase("Data Source=")]
    [TestCase("")]
    public void From_SettingThatCannotBeRead_SaysSoInOneLine(string setting)
    {
        var failure = Assert.Throws<SettingsException>(() => From(setting));

        Assert.That(failure!.Message, Does.StartWith("Database:ConnectionString cannot be read: ").And.Not.Contains("\n"));
    }

    private static string DataSource(DbSettings settings) => new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource;

    private DbSettings From(string? setting) => DbSettings.From(SqliteFile.Settings(setting), _root.FullName);
}
