using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using MisterAssist.Api.OpenApi;
using NodaTime;

namespace MisterAssist.Api.Errors;

/// <summary>What went wrong, and what to do about it (RFC 9457). Clients switch on `code`; more codes may come.</summary>
internal sealed record ProblemResponse
{
    public const string ContentType = "application/problem+json";

    public const int MaxFaults = 100;

    /// <summary>A stable URN for the code, explained in the documentation.</summary>
    [StringLength(200)]
    public required string Type { get; init; }

    /// <summary>The kind of problem in a few words, in Italian or English by `Accept-Language`; English where neither is asked for.</summary>
    [StringLength(200)]
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    [Range(400, 599)]
    public required int Status { get; init; }

    /// <summary>This very problem, for the people who write the client.</summary>
    [StringLength(Fault.MaxDetailLength)]
    public required string Detail { get; init; }

    /// <summary>The path that was asked for.</summary>
    [StringLength(Fault.MaxLocationLength)]
    public required string Instance { get; init; }

    /// <summary>What went wrong, for programs: snake_case, stable.</summary>
    [StringLength(100)]
    public required string Code { get; init; }

    /// <summary>The id of the request, as in the header `X-Request-Id` and in the log.</summary>
    [StringLength(128)]
    public required string RequestId { get; init; }

    /// <summary>Everything that is wrong, each with its place; empty where no single place is.</summary>
    [MaxLength(MaxFaults)]
    public required IReadOnlyList<Fault> Errors { get; init; }

    /// <summary>What would be taken instead: the moves that are legal now, the channels of the plan, the types of files.</summary>
    [MaxLength(MaxFaults)]
    [ItemLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>When it would be taken: the next opening of the plan's coverage.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? NextOpeningAt { get; init; }
}
