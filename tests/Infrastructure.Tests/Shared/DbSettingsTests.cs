using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
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

    [TestCase(null, nameof(DbProvider.Sqlite))]
    [TestCase("", nameof(DbProvider.Sqlite))]
    [TestCase("sqlite", nameof(DbProvider.Sqlite))]
    public void From_Provider_IsEmbeddedUnlessSaidOtherwise(string? provider, string expected) =>
        Assert.That($"{FromProvider(provider, null).Provider}", Is.EqualTo(expected));

    [Test]
    public void From_SqlServer_WaitsForAConnectionAsLongAsForATurn()
    {
        var settings = FromProvider("SqlServer", "Server=db;Database=misterassist;User ID=app;Password=secret");

        var parts = new SqlConnectionStringBuilder(settings.ConnectionString);
        Assert.That((parts.ConnectTimeout, parts.ApplicationName, parts.InitialCatalog), Is.EqualTo((10, "MisterAssist", "misterassist")));
        Assert.That(new SqlConnectionStringBuilder(FromProvider("SqlServer", "Server=db;Database=m;Connect Timeout=3").ConnectionString).ConnectTimeout, Is.EqualTo(3));
    }

    [TestCase(null, 10)]
    [TestCase("1", 1)]
    [TestCase("60", 60)]
    public void From_BusySeconds_AreWaitedOnBothEngines(string? seconds, int expected)
    {
        var file = FromProvider("Sqlite", "Data Source=here.db", seconds);
        var server = FromProvider("SqlServer", "Server=db;Database=m", seconds);

        Assert.That((file.LongestWait.TotalSeconds, server.LongestWait.TotalSeconds), Is.EqualTo((expected, expected)));
        Assert.That(new SqliteConnectionStringBuilder(file.ConnectionString).DefaultTimeout, Is.EqualTo(expected));
    }

    [Test]
    public void From_SqlServer_LeavesTryingAgainToUs()
    {
        var settings = FromProvider("SqlServer", "Server=db;Database=m");

        var parts = new SqlConnectionStringBuilder(settings.ConnectionString);
        Assert.That((parts.ConnectRetryCount, parts.PoolBlockingPeriod), Is.EqualTo((0, PoolBlockingPeriod.NeverBlock)));
        Assert.That((settings.Retries, settings.Pause.TotalSeconds), Is.EqualTo((3, 5)));
    }

    [TestCase("Database:Retries", "-1", 0)]
    [TestCase("Database:Retries", "61", 0)]
    [TestCase("Database:BreakSeconds", "0", 1)]
    [TestCase("Database:BreakSeconds", "soon", 1)]
    public void From_WhatCannotBeTried_IsRefused(string name, string value, int least) => Assert.That(
        () => DbSettings.From(new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build(), _root.FullName),
        Throws.InstanceOf<SettingsException>().With.Message.EqualTo($"{name} is '{value}', and it must be a number from {least} to 60."));

    [TestCase("0")]
    [TestCase("61")]
    [TestCase("soon")]
    public void From_BusySecondsOutOfBounds_AreRefused(string seconds) => Assert.That(
        () => FromProvider(null, null, seconds),
        Throws.InstanceOf<SettingsException>().With.Message.EqualTo($"Database:BusySeconds is '{seconds}', and it must be a number from 1 to 60."));

    [TestCase("Oracle", null, "Database:Provider is 'Oracle', and it must be Sqlite or SqlServer.")]
    [TestCase("7", null, "Database:Provider is '7', and it must be Sqlite or SqlServer.")]
    [TestCase("1", null, "Database:Provider is '1', and it must be Sqlite or SqlServer.")]
    [TestCase("Sqlite,SqlServer", null, "Database:Provider is 'Sqlite,SqlServer', and it must be Sqlite or SqlServer.")]
    [TestCase("SqlServer", "Server=db;Database=m;Min Pool Size=5;Max Pool Size=2", "Database:ConnectionString cannot be read")]
    [TestCase("SqlServer", "Server=db;Database=m;Authentication=SqlPassword;Integrated Security=true", "Database:ConnectionString cannot be read")]
    [TestCase("SqlServer", "Server=db;Database=m;Connect Timeout=99999999999", "Database:ConnectionString cannot be read")]
    [TestCase("Sqlite", "Data Source=here.db;Default Timeout=99999999999", "Database:ConnectionString cannot be read")]
    [TestCase("SqlServer", null, "it must have a Server and a Database")]
    [TestCase("SqlServer", "Server=db", "it must have a Server and a Database")]
    [TestCase("SqlServer", "Server=db;Database=m;MultipleActiveResultSets=true", "MultipleActiveResultSets must be off")]
    [TestCase("SqlServer", "Server=db;Nonsense=1", "Database:ConnectionString cannot be read")]
    public void From_WhatCannotBe_IsRefusedInOneLine(string provider, string? setting, string reason) =>
        Assert.That(
            () => FromProvider(provider, setting),
            Throws.InstanceOf<SettingsException>().With.Message.Contains(reason).And.Message.Not.Contains("\n"));

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

    private DbSettings FromProvider(string? provider, string? setting, string? seconds = null) => DbSettings.From(
        new ConfigurationBuilder()
            .AddInMemoryCollection([new("Database:Provider", provider), new("Database:ConnectionString", setting), new("Database:BusySeconds", seconds)])
            .Build(),
        _root.FullName);

    private DbSettings From(string? setting) => DbSettings.From(SqliteFile.Settings(setting), _root.FullName);
}
