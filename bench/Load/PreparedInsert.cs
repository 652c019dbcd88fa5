using System.Reflection;
using Microsoft.Data.Sqlite;

namespace MisterAssist.Benchmarks.Load;

/// <summary>Inserts rows of a table by a statement that is prepared once. It is made from the table's own columns: one that the row lacks is refused.</summary>
internal sealed class PreparedInsert<TRow> : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly (SqliteParameter Parameter, PropertyInfo Property)[] _columns;

    /// <param name="connection">To the database.</param>
    /// <param name="table">That is inserted into.</param>
    /// <param name="generated">A column that the database fills by itself.</param>
    /// <exception cref="InvalidOperationException">The row lacks a column of the table.</exception>
    public PreparedInsert(SqliteConnection connection, string table, string? generated = null)
    {
        _command = connection.CreateCommand();
        _columns = [.. ColumnsOf(connection, table).Where(column => column != generated).Select(column => (Add(column), PropertyOf(table, column)))];
        var names = _columns.Select(column => column.Parameter.ParameterName[1..]).ToList();
        _command.CommandText = $"INSERT INTO {table} ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select(name => "@" + name))})";
        _command.Prepare();
    }

    public void Add(TRow row)
    {
        foreach (var (parameter, property) in _columns)
            parameter.Value = property.GetValue(row) ?? DBNull.Value;
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();

    private static List<string> ColumnsOf(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info(@Table)";
        command.Parameters.AddWithValue("@Table", table);
        using var reader = command.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read())
            columns.Add(reader.GetString(0));
        return columns.Count > 0 ? columns : throw new InvalidOperationException($"There is no table {table}");
    }

    private static PropertyInfo PropertyOf(string table, string column) =>
        typeof(TRow).GetProperty(column.Replace("_", ""), BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase)
        ?? throw new InvalidOperationException($"{typeof(TRow).Name} has nothing for {table}.{column}");

    private SqliteParameter Add(string column)
    {
        var parameter = _command.CreateParameter();
        parameter.ParameterName = "@" + column;
        _command.Parameters.Add(parameter);
        return parameter;
    }
}
