using System.Text;

namespace MisterAssist.Domain.Shared;

/// <summary>Names of enumerations as the API writes them.</summary>
public static class SnakeCase
{
    /// <summary><c>InProgress</c> is <c>in_progress</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var text = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
