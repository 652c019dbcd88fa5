using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Figures;
using MisterAssist.Domain.Figures;
using MisterAssist.Domain.Interventions.Feedbacks;
using MisterAssist.Domain.Technicians;

namespace MisterAssist.Api.Figures;

/// <summary>What customers said of the interventions that were completed in a month.</summary>
internal sealed record FeedbackFiguresResponse
{
    /// <summary>The month in Rome.</summary>
    [StringLength(MonthParameter.Length)]
    public required string Month { get; init; }

    /// <summary>Whoever did something, in the order in which they were taken on. What several did together counts for each.</summary>
    [MaxLength(10_000)]
    public required IReadOnlyList<TechnicianFeedbackResponse> Technicians { get; init; }

    public static FeedbackFiguresResponse Of(MonthlyFeedback monthly) => new()
    {
        Month = monthly.Month.ToString("uuuu-MM", null),
        Technicians = [.. monthly.Technicians.Select(of => TechnicianFeedbackResponse.Of(of.Name, of.Figures))],
    };
}

/// <summary>What customers said of what a technician did.</summary>
internal sealed record TechnicianFeedbackResponse
{
    /// <summary>Who.</summary>
    [StringLength(30)]
    public required string TechnicianId { get; init; }

    /// <summary>By name.</summary>
    [StringLength(TechnicianDetails.MaxNameLength)]
    public required string Name { get; init; }

    /// <summary>How many they did.</summary>
    [Range(0, int.MaxValue)]
    public required int Interventions { get; init; }

    /// <summary>Of how many of them customers said something.</summary>
    [Range(0, int.MaxValue)]
    public required int Feedbacks { get; init; }

    /// <summary>With one decimal, such as `4.5`; null where customers said nothing.</summary>
    [StringLength(3)]
    public string? AverageScore { get; init; }

    /// <summary>How often each score was given, from 1 to 5.</summary>
    [MaxLength(Feedback.Best)]
    public required IReadOnlyList<ScoreCountResponse> Scores { get; init; }

    public static TechnicianFeedbackResponse Of(string name, FeedbackFigures figures) => new()
    {
        TechnicianId = figures.Technician.ToString(),
        Name = name,
        Interventions = figures.Interventions,
        Feedbacks = figures.Feedbacks,
        AverageScore = figures.AverageTenths is { } tenths ? string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10}") : null,
        Scores = [.. figures.Scores.Select((count, index) => new ScoreCountResponse { Score = Feedback.Worst + index, Count = count })],
    };
}

/// <summary>How often a score was given.</summary>
internal sealed record ScoreCountResponse
{
    /// <summary>5 is best.</summary>
    [Range(Feedback.Worst, Feedback.Best)]
    public required int Score { get; init; }

    /// <summary>How often.</summary>
    [Range(0, int.MaxValue)]
    public required int Count { get; init; }
}
