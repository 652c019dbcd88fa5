namespace MisterAssist.Domain.ApiKeys;

/// <summary>Scopes by the names that they have everywhere outside the code: what, a colon, and what may be done with it.</summary>
public static class ScopeNames
{
    private static readonly Dictionary<Scope, string> Names = Enum.GetValues<Scope>().ToDictionary(scope => scope, Spell);

    private static readonly Dictionary<string, Scope> Scopes = Names.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>All of them, in the order of the enumeration.</summary>
    public static IReadOnlyCollection<string> All => Names.Values;

    /// <summary>Such as <c>tickets:read</c>; a single word for those that are about nothing in particular.</summary>
    public static string Name(this Scope scope) => Names[scope];

    /// <summary>Reads exactly what <see cref="Name"/> writes.</summary>
    public static bool TryParse(string name, out Scope scope) => Scopes.TryGetValue(name, out scope);

    private static string Spell(Scope scope) => string.Concat(scope.ToString().Select((letter, i) =>
        char.IsUpper(letter) && i > 0 ? $":{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
