using System.Text.Json;
using System.Text.Json.Serialization;

namespace MisterAssist.Api.Json;

/// <summary>Text that people wrote, which never has the character U+0000: not every database keeps it, and many a program takes it for the end.</summary>
internal sealed class PlainText : JsonConverter<string>
{
    public const string Expected = "Text without the character U+0000 is needed here.";

    public static bool IsOne(string text) => !text.Contains('\0', StringComparison.Ordinal);

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("A string is needed here.");

        var text = reader.GetString()!;
        return IsOne(text) ? text : throw new JsonException(Expected);
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
