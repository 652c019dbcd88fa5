using System.Text.Json;
using System.Text.Json.Serialization;
using MisterAssist.Api.Shared;

namespace MisterAssist.Api.Json;

/// <summary>Ids in bodies, written as in addresses.</summary>
internal sealed class WireIdConverters : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(WireId<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        Func<JsonConverter> of = Of<CustomerKind>;
        return (JsonConverter)of.Method.GetGenericMethodDefinition().MakeGenericMethod(typeToConvert.GetGenericArguments()).Invoke(null, null)!;
    }

    private static TextConverter<WireId<TKind>> Of<TKind>()
        where TKind : IResourceKind => new(
            id => id.ToString(),
            text => WireId<TKind>.TryParse(text, null, out var id)
                ? id
                : throw new JsonException($"Not an id of this kind: one is {TKind.Prefix} and 26 characters."));
}
