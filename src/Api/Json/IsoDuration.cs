using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;

namespace MisterAssist.Api.Json;

/// <summary>Durations as ISO 8601 writes them, of hours, minutes and seconds alone: <c>PT400H</c>, <c>PT1H30M</c>, <c>PT28800S</c>.</summary>
/// <remarks>Days and longer units are refused: how much working time there is in a day depends on the day.</remarks>
internal static partial class IsoDuration
{
    public const int MaxLength = 40;

    /// <summary>What can be read, as the document tells it.</summary>
    public const string Pattern = @"^PT(?=[0-9])([0-9]{1,10}H)?([0-9]{1,10}M)?([0-9]{1,10}(\.[0-9]{1,9})?S)?$";

    private const int NanosecondDigits = 9;

    public static bool TryParse(string text, out Duration duration, out string fault)
    {
        (duration, fault) = (Duration.Zero, "");
        var match = text.Length <= MaxLength ? Shape().Match(text) : Match.Empty;
        if (!match.Success)
        {
            fault = text.StartsWith('-') || text.Contains("T-", StringComparison.Ordinal)
                ? "A duration cannot be negative."
                : "Not a duration of hours, minutes and seconds in ISO 8601, such as PT4H, PT1H30M or PT28800S.";
            return false;
        }

        var seconds = Number(match, "h") * 3600 + Number(match, "m") * 60 + Number(match, "s");
        var nanoseconds = long.Parse(match.Groups["f"].Value.PadRight(NanosecondDigits, '0'), CultureInfo.InvariantCulture);
        if (seconds >= (long)Duration.MaxValue.TotalSeconds)
        {
            fault = "The duration is longer than can be counted.";
            return false;
        }

        duration = Duration.FromSeconds(seconds) + Duration.FromNanoseconds(nanoseconds);
        return true;
    }

    /// <summary>Hours, minutes and seconds, without those that are zero; <c>PT0S</c> for none. Not for negative durations.</summary>
    public static string Format(Duration duration)
    {
        if (duration == Duration.Zero)
            return "PT0S";

        var text = new StringBuilder("PT");
        var hours = duration.Days * 24L + duration.Hours;
        if (hours > 0)
            text.Append(hours).Append('H');
        if (duration.Minutes > 0)
            text.Append(duration.Minutes).Append('M');
        if (duration.Seconds > 0 || duration.SubsecondNanoseconds > 0)
        {
            text.Append(duration.Seconds);
            if (duration.SubsecondNanoseconds > 0)
                text.Append('.').Append(duration.SubsecondNanoseconds.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0'));
            text.Append('S');
        }

        return text.ToString();
    }

    private static long Number(Match match, string group) =>
        match.Groups[group].Success ? long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"\APT(?=[0-9])((?<h>[0-9]{1,10})H)?((?<m>[0-9]{1,10})M)?((?<s>[0-9]{1,10})(\.(?<f>[0-9]{1,9}))?S)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
