using MisterAssist.Infrastructure.Tests.Shared;

namespace MisterAssist.Infrastructure.Tests.Tickets.Attachments;

public sealed class SqlServerAttachmentStoreTests : AttachmentStoreContract
{
    protected override Task<TestDatabase> CreateDatabaseAsync() => SqlServerDatabase.MigratedAsync();
}
