namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>What is true of a store on every engine; a fixture for each engine says how to get an empty database with its schema.</summary>
public abstract class StoreContract
{
    protected TestDatabase Database { get; private set; } = null!;

    [SetUp]
    public async Task CreateDatabase() => Database = await CreateDatabaseAsync();

    [TearDown]
    public async Task DropDatabase() => await Database.DisposeAsync();

    protected abstract Task<TestDatabase> CreateDatabaseAsync();
}
