using System.Text.Json.Nodes;
using NJsonSchema;

namespace MisterAssist.Api.Tests.OpenApi;

/// <summary>The schemas of the document as JSON Schema, strict: what an answer has, the document has too.</summary>
internal sealed class AnswerSchemas
{
    private readonly JsonSchema _root;

    private AnswerSchemas(JsonSchema root) => _root = root;

    public static async Task<AnswerSchemas> OfAsync(JsonObject schemas)
    {
        var definitions = new JsonObject(schemas.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)Convert(s.Value!.AsObject()))));
        return new(await JsonSchema.FromJsonAsync(new JsonObject { ["definitions"] = definitions }.ToJsonString()));
    }

    public IReadOnlyList<string> FaultsOf(string schema, string json) =>
        [.. _root.Definitions[schema].ActualSchema.Validate(json).Select(fault => $"{schema}: {fault}")];

    /// <summary>What OpenAPI 3.0 says in words of its own, said as JSON Schema says it.</summary>
    private static JsonObject Convert(JsonObject schema)
    {
        if ((string?)schema["$ref"] is { } reference)
            return new() { ["$ref"] = reference.Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal) };
        if ((bool?)schema["nullable"] == true)
        {
            var plain = schema.DeepClone().AsObject();
            plain.Remove("nullable");
            return new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, Convert(plain)) };
        }

        var converted = new JsonObject();
        foreach (var (word, value) in schema)
        {
            converted[word] = word switch
            {
                "properties" => new JsonObject(value!.AsObject()
                    .Select(p => KeyValuePair.Create(p.Key, (JsonNode?)Convert(p.Value!.AsObject())))),
                "items" => Convert(value!.AsObject()),
                "allOf" => new JsonArray([.. value!.AsArray().Select(part => Convert(part!.AsObject()))]),
                _ => value?.DeepClone(),
            };
        }

        if (converted["properties"] is not null)
            converted["additionalProperties"] = false;
        return converted;
    }
}
