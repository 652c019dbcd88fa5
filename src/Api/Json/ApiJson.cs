using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace MisterAssist.Api.Json;

/// <summary>How this API reads and writes JSON.</summary>
internal static class ApiJson
{
    public const int MaxDepth = 32;

    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.MaxDepth = MaxDepth;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RefuseNullItems } };
        // People read it: accents, quotes and offsets stay as they are. It is never served as HTML, and answers say nosniff.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        foreach (var converter in TextConverters.All)
            options.Converters.Add(converter);
        options.Converters.Add(new PlainText());
        options.Converters.Add(new WireIdConverters());
        options.Converters.Add(new EnumConverters());
        return options;
    }

    /// <summary>What the serializer does for properties and not for items: none that cannot be null is read from null.</summary>
    private static void RefuseNullItems(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Set is not { } set || !property.PropertyType.IsAssignableTo(typeof(IEnumerable<object>)))
                continue;

            property.Set = (target, value) =>
            {
                if (value is IEnumerable<object?> items && items.Contains(null))
                    throw new JsonException("An item cannot be null.");
                set(target, value);
            };
        }
    }
}
