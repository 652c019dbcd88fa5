using System.Text.Json.Nodes;
using MisterAssist.Api.Shared;
using NodaTime;

namespace MisterAssist.Api.Technicians;

/// <summary>What the documentation shows: somebody who does not exist.</summary>
internal static class TechnicianExamples
{
    public static TechnicianRequest Request { get; } = new() { Name = "Bruno Esempio", Email = "bruno@assistenza.example.it" };

    public static TechnicianResponse Technician { get; } = new()
    {
        Id = "tec_01kaj3b6q0e1r8v5x2m9t4c7hw",
        Name = Request.Name,
        Email = Request.Email,
        CreatedAt = Instant.FromUtc(2026, 11, 20, 18, 30),
        RetiredAt = null,
    };

    public static JsonObject Patch => new() { ["name"] = "Bruno Maria Esempio", ["email"] = null };

    public static PageResponse<TechnicianResponse> Page { get; } = new() { Data = [Technician], NextCursor = null };
}
