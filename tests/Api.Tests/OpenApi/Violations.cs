using System.Text.Json.Nodes;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Tests.OpenApi;

/// <summary>A good body with one thing in it that the document forbids.</summary>
internal sealed record Violation(string Pointer, string What, JsonNode Body)
{
    public override string ToString() => $"{Pointer} {What}";
}

/// <summary>Makes from a schema every way, one at a time, in which a body breaks it.</summary>
internal sealed class Violations(ApiDescription document, JsonNode schema, JsonNode example)
{
    private readonly List<Violation> _found = [];

    public IReadOnlyList<Violation> All()
    {
        Walk(schema, []);
        return _found;
    }

    private void Walk(JsonNode at, string[] path)
    {
        var rules = document.Resolve(at);
        foreach (var (what, value) in Wrong(rules))
            Add(path, what, value);

        foreach (var name in rules["required"]?.AsArray() ?? [])
            Add([.. path, (string)name!], "is missing", null, (body, last) => body.AsObject().Remove(last));
        if ((bool?)rules["additionalProperties"] == false)
            Add([.. path, "unheardOf"], "is unknown", "x");

        var required = rules["required"]?.AsArray().Select(name => (string?)name).ToList() ?? [];
        foreach (var (name, property) in rules["properties"]?.AsObject() ?? [])
        {
            if (required.Contains(name))
                Add([.. path, name], "is null", null);
            Walk(property!, [.. path, name]);
        }

        if (rules["items"] is { } items)
            Walk(items, [.. path, "0"]);
    }

    private IEnumerable<(string What, JsonNode? Value)> Wrong(JsonObject rules)
    {
        yield return ("is of another type", (string?)rules["type"] == "string" ? 12 : "text");
        if (rules["maxLength"] is { } maxLength)
            yield return ("is too long", new string('a', (int)maxLength + 1));
        if ((int?)rules["minLength"] > 0)
            yield return ("is too short", "");
        if (rules["pattern"] is not null)
            yield return ("is not of the pattern", "?");
        if (rules["pattern"] is not null)
            yield return ("has a line too many", $"{Sample(rules)}\n");
        if (rules["format"] is not null)
            yield return ("is not of the format", (string?)rules["type"] == "string" ? "tomorrow" : 1e30);
        foreach (var value in rules["enum"]?.AsArray() ?? [])
            yield return ("is no such value", InOtherCase((string)value!));
        if (rules["enum"] is JsonArray { Count: > 1 } values)
            yield return ("is two values", $"{values[0]}, {values[1]}");
        if (rules["maximum"] is { } maximum && (long)maximum < int.MaxValue)
            yield return ("is too much", (long)maximum + 1);
        if (rules["minimum"] is { } minimum)
            yield return ("is too little", (long)minimum - 1);
        if (rules["maxItems"] is { } maxItems)
            yield return ("has too many items", new JsonArray([.. Enumerable.Range(0, (int)maxItems + 1).Select(_ => Sample(rules["items"]!))]));
        if ((int?)rules["minItems"] > 0)
            yield return ("has too few items", new JsonArray());
        if (rules["items"] is not null)
            yield return ("has an item that is null", new JsonArray((JsonNode?)null));
    }

    private void Add(string[] path, string what, JsonNode? value, Action<JsonNode, string>? change = null)
    {
        if (path.Length == 0)
        {
            _found.Add(new("", what, value!.DeepClone()));
            return;
        }

        var body = example.DeepClone();
        var owner = Reach(body, path[..^1]);
        if (change is not null)
            change(owner, path[^1]);
        else if (owner is JsonArray list)
            list[int.Parse(path[^1])] = value;
        else
            owner[path[^1]] = value;
        _found.Add(new($"/{string.Join('/', path)}", what, body));
    }

    /// <summary>Goes down a body, and makes on the way what the example does not have.</summary>
    private JsonNode Reach(JsonNode body, string[] path)
    {
        var (node, rules) = (body, document.Resolve(schema));
        foreach (var name in path)
        {
            if (node is JsonArray list)
            {
                rules = document.Resolve(rules["items"]!);
                node = list[int.Parse(name)]!;
            }
            else
            {
                rules = document.Resolve(rules["properties"]![name]!);
                node = node[name] ??= Sample(rules);
            }

            if (node is JsonArray { Count: 0 } empty)
                empty.Add(Sample(rules["items"]!));
        }

        return node;
    }

    private JsonNode Sample(JsonNode at)
    {
        var rules = document.Resolve(at);
        switch ((string?)rules["type"])
        {
            case "object":
                var required = rules["required"]?.AsArray().Select(name => (string)name!) ?? [];
                return new JsonObject(required.Select(
                    name => KeyValuePair.Create(name, (JsonNode?)Sample(rules["properties"]![name]!))));
            case "array":
                return new JsonArray(Sample(rules["items"]!));
            case "integer":
                return 1;
            case "boolean":
                return true;
        }

        return (string?)rules["format"] switch
        {
            "date-time" => "2027-01-07T09:00:00Z",
            "date" => "2027-01-07",
            _ when rules["enum"] is { } values => (string)values[0]!,
            _ => Pattern((string?)rules["pattern"] ?? ""),
        };
    }

    /// <summary>Codes of currencies are in capitals.</summary>
    private static string InOtherCase(string value) => value.Any(char.IsLower) ? value.ToUpperInvariant() : value.ToLowerInvariant();

    private static string Pattern(string pattern) => pattern switch
    {
        _ when pattern == Money.Pattern => "12.50",
        _ when pattern.StartsWith("^PT", StringComparison.Ordinal) => "PT1H",
        _ when pattern.Contains(':', StringComparison.Ordinal) => "09:00",
        _ => "abc",
    };
}
