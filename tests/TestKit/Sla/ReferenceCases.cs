using System.Text.Json;
using System.Text.Json.Nodes;

namespace MisterAssist.TestKit.Sla;

/// <summary>One working-time question with the answer on which unrelated implementations agree.</summary>
public sealed record ReferenceCase(
    string Id, string Group, JsonObject Schedule, string Kind, string? StartAt, string? DueAt, string? From, string? To, long WorkingSeconds)
{
    public bool IsDeadline => Kind == "deadline";

    public override string ToString() => Id;
}

/// <summary>An Italian public holiday as published.</summary>
public sealed record ReferenceHoliday(string Date, string Name);

/// <summary>The reference data that the tests carry with them.</summary>
public static class ReferenceCases
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<ReferenceCase> WorkingTime { get; } = Read<ReferenceCase>("working-time.json", "cases");

    public static IReadOnlyList<ReferenceHoliday> ItalianHolidays { get; } = Read<ReferenceHoliday>("holidays-it.json", "holidays");

    private static List<T> Read<T>(string file, string list)
    {
        using var stream = typeof(ReferenceCases).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded");
        return JsonNode.Parse(stream)![list].Deserialize<List<T>>(Web)!;
    }
}
