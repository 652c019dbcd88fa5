using System.Data;
using System.Text;
using Dapper;
using Microsoft.Data.SqlClient;

namespace MisterAssist.Infrastructure.Shared.SqlServer;

/// <summary>Parameters with a type and a size of few kinds, so that one plan serves a statement whatever its values are, and finds its index.</summary>
/// <remarks>
/// Ids, codes and instants are ASCII, and so are their columns: what is passed as ASCII is compared with them as it is. Text has columns that
/// hold all of Unicode; there ASCII is widened and loses nothing.
/// </remarks>
internal sealed class SqlServerParameters(object parameters) : DynamicParameters(parameters), SqlMapper.IDynamicParameters
{
    private const int Unlimited = -1;

    private static readonly int[] Sizes = [40, 400, 4000];

    void SqlMapper.IDynamicParameters.AddParameters(IDbCommand command, SqlMapper.Identity identity)
    {
        AddParameters(command, identity);
        foreach (var parameter in command.Parameters.OfType<SqlParameter>())
        {
            if (KindOf(parameter) is var (type, size))
                (parameter.SqlDbType, parameter.Size) = (type, size);
        }
    }

    /// <summary>The type and size of what may be longer or shorter; null of anything else, which has them by itself.</summary>
    private static (SqlDbType Type, int Size)? KindOf(SqlParameter parameter) => (parameter.Value, parameter.SqlDbType) switch
    {
        (string text, _) => (Ascii.IsValid(text) ? SqlDbType.VarChar : SqlDbType.NVarChar, SizeOf(text.Length)),
        (byte[], _) or (DBNull, SqlDbType.VarBinary) => (SqlDbType.VarBinary, Unlimited),
        (DBNull, SqlDbType.NVarChar) => (SqlDbType.VarChar, Sizes[0]),
        _ => null,
    };

    private static int SizeOf(int length) => Array.Find(Sizes, size => size >= length) is > 0 and var size ? size : Unlimited;
}
