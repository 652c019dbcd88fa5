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
            if (parameter.Value is string text)
                (parameter.SqlDbType, parameter.Size) = (Ascii.IsValid(text) ? SqlDbType.VarChar : SqlDbType.NVarChar, SizeOf(text.Length));
        }
    }

    private static int SizeOf(int length) => Array.Find(Sizes, size => size >= length) is > 0 and var size ? size : Unlimited;
}
