using System.Data.Common;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>What a database server says went wrong, by its number: some of its messages quote what was written, which must not come into a log.</summary>
internal sealed class ServerException(int number, string message) : DbException(message)
{
    /// <summary>As the server counts its errors.</summary>
    public int Number { get; } = number;
}
