using Microsoft.Data.Sqlite;

namespace MisterAssist.Infrastructure.Shared;

internal static class DuplicateKey
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;

    /// <summary>Whether a write was refused because a row with the same unique key is there.</summary>
    public static bool IsDuplicateKey(this SqliteException failure) =>
        failure.SqliteExtendedErrorCode is SqliteConstraintUnique or SqliteConstraintPrimaryKey;
}
