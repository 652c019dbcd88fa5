using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace MisterAssist.Api.Errors;

/// <summary>One thing that is wrong with a request, and where.</summary>
internal sealed record Fault
{
    public const int MaxLocationLength = 500;
    public const int MaxDetailLength = 1000;

    /// <summary>In the body: a JSON pointer (RFC 6901), empty for the body as a whole.</summary>
    [StringLength(MaxLocationLength)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pointer { get; init; }

    /// <summary>In the address: the name of the parameter.</summary>
    [StringLength(MaxLocationLength)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parameter { get; init; }

    /// <summary>In a header: its name.</summary>
    [StringLength(MaxLocationLength)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Header { get; init; }

    /// <summary>What is wrong, for programs.</summary>
    [StringLength(100)]
    public required string Code { get; init; }

    /// <summary>What is wrong, for people.</summary>
    [StringLength(MaxDetailLength)]
    public required string Detail { get; init; }

    public static Fault InBody(string pointer, string code, string detail) =>
        new() { Pointer = Cut(pointer), Code = code, Detail = Cut(detail, MaxDetailLength) };

    public static Fault InParameter(string parameter, string code, string detail) =>
        new() { Parameter = Cut(parameter), Code = code, Detail = Cut(detail, MaxDetailLength) };

    public static Fault InHeader(string header, string code, string detail) =>
        new() { Header = header, Code = code, Detail = Cut(detail, MaxDetailLength) };

    private static string Cut(string text, int length = MaxLocationLength) => text.Length <= length ? text : text[..length];
}
