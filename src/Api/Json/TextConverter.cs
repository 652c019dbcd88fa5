using System.Text.Json;
using System.Text.Json.Serialization;
using MisterAssist.Api.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Shared;
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

/// <summary>Enumerations by their names in snake_case, just as the document has them: in no other case, and no two at once.</summary>
internal sealed class EnumConverters : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        Func<JsonConverter> of = Of<DayOfWeek>;
        return (JsonConverter)of.Method.GetGenericMethodDefinition().MakeGenericMethod(typeToConvert).Invoke(null, null)!;
    }

    private static TextConverter<T> Of<T>()
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>().ToDictionary(NameOf);
        return new(NameOf, name => values.TryGetValue(name, out var value) ? value : throw new JsonException("Not one of the values."));
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}

/// <summary>The converters of the types that JSON does not have, and of the enumerations that are not written as the others are.</summary>
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
        new TextConverter<YearMonth>(
            YearMonthPattern.Iso.Format,
            text => MonthParameter.TryParse(text, null, out var month) ? month.Value : throw new JsonException(MonthParameter.Expected)),
        new TextConverter<Duration>(
            IsoDuration.Format,
            text => IsoDuration.TryParse(text, out var duration, out var fault) ? duration : throw new JsonException(fault)),
        new TextConverter<WallTime>(
            time => time.ToString(),
            text => WallTime.TryParse(text, out var time) ? time : throw new JsonException("Not a time of day from 00:00 to 24:00.")),
        new TextConverter<Money>(
            amount => amount.ToString(),
            text => Money.TryParse(text, out var amount) ? amount : throw new JsonException("Not an amount with two decimals, such as 12.50.")),
        new TextConverter<Currency>(_ => "EUR", text => text == "EUR" ? Currency.Eur : throw new JsonException("Only EUR is taken.")),
        new TextConverter<Scope>(
            scope => scope.Name(),
            name => ScopeNames.TryParse(name, out var scope) ? scope : throw new JsonException("Not one of the scopes.")),
    ];
}
