using System.Reflection;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>A database as an earlier release left it.</summary>
internal static class OlderSchema
{
    private const string Folder = "MisterAssist.Infrastructure.Shared.Migrations.Sqlite.";

    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Applies the migrations up to one, inclusive.</summary>
    public static async Task MigrateAsync(DbSession db, string last)
    {
        await db.ExecuteAsync("CREATE TABLE schema_migration (name TEXT NOT NULL PRIMARY KEY, applied_at TEXT NOT NULL)", null, None);
        var assembly = typeof(DbSession).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => name[Folder.Length..^".sql".Length]).TakeWhile(name => string.CompareOrdinal(name, last) <= 0))
        {
            await db.ExecuteAsync(await ReadAsync(assembly, name), null, None);
            await db.ExecuteAsync("INSERT INTO schema_migration (name, applied_at) VALUES (@Name, '')", new { Name = name }, None);
        }
    }

    private static async Task<string> ReadAsync(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream($"{Folder}{name}.sql")!);
        return await reader.ReadToEndAsync(None);
    }
}
