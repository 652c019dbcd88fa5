using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace MisterAssist.Infrastructure.Shared;

internal static class DuplicateKey
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqlServerUniqueIndex = 2601;
    private const int SqlServerUniqueConstraint = 2627;

    /// <summary>Whether a write was refused because a row with the same unique key is there.</summary>
    public static bool IsDuplicateKey(this DbException failure) => failure switch
    {
        SqliteException { SqliteExtendedErrorCode: SqliteConstraintUnique or SqliteConstraintPrimaryKey } => true,
        ServerException { Number: SqlServerUniqueIndex or SqlServerUniqueConstraint } => true,
        _ => false,
    };
}
