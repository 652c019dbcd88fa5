using System.Text.Json.Nodes;
using System.Xml;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Api.Tests.Sla;

/// <summary>Reads the ledger of an answer.</summary>
internal static class Ledger
{
    /// <summary>What keeps a ledger from explaining an answer, or null: it goes from start to end without a gap, and adds up.</summary>
    public static string? FaultOf(JsonNode ledger, string from, string to, Duration worked)
    {
        var reached = Moments.Utc(from);
        var counted = Duration.Zero;
        foreach (var segment in ledger.AsArray())
        {
            var (start, end) = (Moments.Utc((string)segment!["from"]!), Moments.Utc((string)segment["to"]!));
            if (start != reached || end <= start)
                return $"{segment} does not follow on {reached}";

            var own = ToDuration((string)segment["workingTime"]!);
            if (own != ((string)segment["kind"]! == "counted" ? end - start : Duration.Zero))
                return $"{segment} counts {own}";

            counted += own;
            reached = end;
        }

        if (reached != Moments.Utc(to))
            return $"the ledger ends at {reached}, not {to}";
        return counted == worked ? null : $"the ledger counts {counted}, not {worked}";
    }

    public static Duration ToDuration(string text) => Duration.FromTimeSpan(XmlConvert.ToTimeSpan(text));

    /// <summary>The segments as <c>counted 2026-11-20T19:30+01:00 2026-11-20T20:00+01:00</c>, with the English name where there is one.</summary>
    public static IEnumerable<string> Lines(JsonNode answer) =>
        from segment in answer["ledger"]!.AsArray()
        let name = (string?)segment["name"]?["en"]
        select $"{segment["kind"]} {Short(segment["fromLocal"])} {Short(segment["toLocal"])}{(name is null ? "" : $" {name}")}";

    private static string Short(JsonNode? local) => ((string)local!)[..16];
}
