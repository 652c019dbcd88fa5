using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MisterAssist.Api.Json;

namespace MisterAssist.Api.Errors;

/// <summary>Finds everything that keeps a JSON body from being read as the type that an operation needs.</summary>
/// <remarks>Asked only when reading failed: reading stops at the first fault, and a caller wants them all.</remarks>
internal static class BodyCheck
{
    /// <summary>The parser takes any bytes for text; that they are none shows only when it is read.</summary>
    public static Fault NotUnicode => Fault.InBody("", "malformed_json", "The JSON has text that is not Unicode.");

    public static IReadOnlyList<Fault> FaultsOf(JsonElement body, Type type)
    {
        var faults = new List<Fault>();
        Check(body, ApiJson.Options.GetTypeInfo(type), "", faults);
        return faults;
    }

    /// <summary>The JSON pointer of a dotted path such as <c>Schedule.Weekly.Monday[0]</c>.</summary>
    public static string PointerOf(string path)
    {
        var names = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)
            .Split('.', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(names.Select(name => "/" + JsonNamingPolicy.CamelCase.ConvertName(name)));
    }

    /// <summary>The JSON pointer of a property of what another pointer points at.</summary>
    public static string Below(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public static Fault GivenTwice(string pointer) => Fault.InBody(pointer, "duplicate_field", "This field is given twice.");

    private static void Check(JsonElement element, JsonTypeInfo type, string pointer, List<Fault> faults)
    {
        // Enough is enough: a body of a mebibyte could have half a million faults.
        if (faults.Count >= ProblemResponse.MaxFaults)
            return;

        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object:
                CheckObject(element, type, pointer, faults);
                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                    Check(item, ApiJson.Options.GetTypeInfo(type.ElementType!), $"{pointer}/{index++}", faults);
                break;
            case JsonTypeInfoKind.Enumerable:
                faults.Add(Fault.InBody(pointer, "invalid_type", "An array is needed here."));
                break;
            default:
                CheckValue(element, type, pointer, faults);
                break;
        }
    }

    private static void CheckObject(JsonElement element, JsonTypeInfo type, string pointer, List<Fault> faults)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(Fault.InBody(pointer, "invalid_type", "An object is needed here."));
            return;
        }

        var seen = new HashSet<string>();
        foreach (var given in element.EnumerateObject())
        {
            var where = Below(pointer, given.Name);
            if (!seen.Add(given.Name))
                faults.Add(GivenTwice(where));
            else if (type.Properties.FirstOrDefault(p => p.Name == given.Name) is not { Set: not null } property)
                faults.Add(Fault.InBody(where, "unknown_field", "There is no such field here."));
            else if (given.Value.ValueKind != JsonValueKind.Null)
                Check(given.Value, ApiJson.Options.GetTypeInfo(property.PropertyType), where, faults);
            else if (!property.IsSetNullable)
                faults.Add(Fault.InBody(where, "required", "This field cannot be null."));
        }

        foreach (var missing in type.Properties.Where(p => p.IsRequired && !seen.Contains(p.Name)))
            faults.Add(Fault.InBody($"{pointer}/{missing.Name}", "required", "This field is needed."));
    }

    private static void CheckValue(JsonElement element, JsonTypeInfo type, string pointer, List<Fault> faults)
    {
        try
        {
            element.Deserialize(type);
        }
        catch (JsonException fault)
        {
            faults.Add(Fault.InBody(pointer, "invalid_value", Expected(type.Type) ?? Plain(fault.Message)));
        }
    }

    private static string? Expected(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            return $"One of {string.Join(", ", Enum.GetValues(type).Cast<object>().Select(value => NameOf(value, type)))} is needed here.";
        if (type == typeof(bool))
            return "true or false is needed here.";
        if (type == typeof(int))
            return "A whole number is needed here.";
        return null;
    }

    private static string? NameOf(object value, Type type) => JsonSerializer.SerializeToElement(value, type, ApiJson.Options).GetString();

    /// <summary>The words of our own converters; the serializer's own, which name types, are not for callers.</summary>
    private static string Plain(string message) =>
        message.Contains(" Path: ", StringComparison.Ordinal) ? "The value cannot be read." : message;
}
