using Dapper;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>What the rows of a list have to satisfy: only what is asked for is in the query, so that its indexes can be used.</summary>
internal sealed class Conditions
{
    private readonly List<string> _conditions = [];
    private readonly DynamicParameters _parameters = new();

    public string Where => _conditions.Count == 0 ? "" : $"WHERE {string.Join(" AND ", _conditions)}";

    public void Add(string condition, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        _conditions.Add(condition);
        foreach (var (name, value) in parameters)
            _parameters.Add(name, value);
    }

    /// <summary>One of the columns, whose text is folded, has these words in it. They are text, never a pattern; of accents alone nothing is asked.</summary>
    public void AddWords(string words, params ReadOnlySpan<string> columns)
    {
        if (FoldedText.Of(words) is not { Length: > 0 } folded)
            return;

        var (name, found) = ($"Words{_conditions.Count}", new List<string>());
        foreach (var column in columns)
            found.Add($"instr({column}, @{name}) > 0");
        Add($"({string.Join(" OR ", found)})", (name, folded));
    }

    public DynamicParameters With(string name, object value)
    {
        _parameters.Add(name, value);
        return _parameters;
    }
}
