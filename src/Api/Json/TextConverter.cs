using System.Text.Json;
using System.Text.Json.Serialization;
using MisterAssist.Domain.Sla;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Api.Json;

/// <summary>Writes a value as text and reads it back; a fault in the text is told in words fit for the caller.</summary>
internal sealed class TextConverter<T>(Func<T, string> format, Func<string, T> parse) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? parse(reader.GetString()!) : throw new JsonException("A string is needed here.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(format(value));
}

/// <summary>The converters of the types that JSON does not have.</summary>
internal static class TextConverters
{
    public static IReadOnlyList<JsonConverter> All { get; } =
    [
        new TextConverter<Instant>(
            WireTime.Format,
            text => WireTime.TryParse(text, out Instant instant) ? instant : throw new JsonException(WireTime.NotAnInstant)),
        new TextConverter<OffsetDateTime>(
            OffsetDateTimePattern.Rfc3339.Format,
            text => OffsetDateTimePattern.Rfc3339.Parse(text).GetValueOrThrow()),
        new TextConverter<LocalDate>(
            LocalDatePattern.Iso.Format,
            text => WireTime.TryParse(text, out LocalDate date) ? date : throw new JsonException(WireTime.NotADate)),
        new TextConverter<Duration>(
            IsoDuration.Format,
            text => IsoDuration.TryParse(text, out var duration, out var fault) ? duration : throw new JsonException(fault)),
        new TextConverter<WallTime>(
            time => time.ToString(),
            text => WallTime.TryParse(text, out var time) ? time : throw new JsonException("Not a time of day from 00:00 to 24:00.")),
    ];
}
