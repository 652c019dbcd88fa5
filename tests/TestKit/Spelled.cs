using System.Collections;
using System.Reflection;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.TestKit;

/// <summary>Writes a value with everything that can be read from it, so that two can be compared whole and a difference be seen.</summary>
public static class Spelled
{
    public static string Out(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        Instant instant => InstantPattern.ExtendedIso.Format(instant),
        DateTimeZone zone => zone.Id,
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Out))}]",
        _ when IsOurs(value.GetType()) => $"{{ {string.Join(", ", Parts(value))} }}",
        _ => value.ToString()!,
    };

    private static bool IsOurs(Type type) =>
        !type.IsEnum && type.Namespace?.StartsWith("MisterAssist.", StringComparison.Ordinal) == true;

    private static IEnumerable<string> Parts(object value) =>
        from property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        orderby property.Name
        select $"{property.Name}: {Out(property.GetValue(value))}";
}
