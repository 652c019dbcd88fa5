using System.Data.Common;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tests.Shared;

public sealed class SqlServerDbSessionTests : DbSessionContract
{
    protected override Task<TestDatabase> CreateDatabaseAsync() => SqlServerDatabase.MigratedAsync();

    protected override void ExpectABrokenReference(DbException failure) => Assert.That((failure as ServerException)?.Number, Is.EqualTo(547));
}
