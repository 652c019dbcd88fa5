using System.Text;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Api.Interventions.Appointments;

/// <summary>Writes iCalendar (RFC 5545), line by line.</summary>
internal sealed class CalendarText
{
    /// <summary>In octets of UTF-8, without the line break.</summary>
    private const int LongestLine = 75;

    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    private readonly StringBuilder _text = new();

    /// <summary>A property whose value stands as it is.</summary>
    public CalendarText Line(string name, string value)
    {
        var length = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LongestLine)
            {
                // The blank with which a line goes on counts to it.
                _text.Append("\r\n ");
                length = 1;
            }

            _text.Append(rune);
            length += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
        return this;
    }

    /// <summary>A property that people wrote.</summary>
    public CalendarText Words(string name, string text) => Line(name, Escape(text));

    /// <summary>To the second; what is finer is cut off.</summary>
    public CalendarText Time(string name, Instant at) => Line(name, Utc.Format(at));

    public override string ToString() => _text.ToString();

    /// <summary>Every kind of line break is one; other controls have no place in iCalendar.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c)))
        {
            escaped.Append(character switch
            {
                '\n' => @"\n",
                '\\' or ';' or ',' => $@"\{character}",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }
}
