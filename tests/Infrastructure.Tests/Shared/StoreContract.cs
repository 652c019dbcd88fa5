namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>What is true of a store on every engine; a fixture for each engine says how to get an empty database with its schema, or where it will be.</summary>
public abstract class StoreContract
{
    private TestDatabase? _database;

    protected TestDatabase Database => _database!;

    [SetUp]
    public async Task CreateDatabase() => _database = await CreateDatabaseAsync();

    /// <remarks>There is none where the test was ignored for want of a server.</remarks>
    [TearDown]
    public async Task DropDatabase()
    {
        if (_database is not null)
            await _database.DisposeAsync();
        _database = null;
    }

    protected abstract Task<TestDatabase> CreateDatabaseAsync();
}
