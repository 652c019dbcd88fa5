using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Figures;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Figures;
using MisterAssist.Domain.Interventions.Appointments;
using NodaTime;

namespace MisterAssist.Api.Figures;

/// <summary>How the appointments of a month were kept.</summary>
internal sealed record AppointmentFiguresResponse
{
    /// <summary>The most moves that are told one by one.</summary>
    public const int MaxMoves = 1000;

    /// <summary>The month in Rome.</summary>
    [StringLength(MonthParameter.Length)]
    public required string Month { get; init; }

    /// <summary>How many there were; each is kept in time, kept late, called off or still open.</summary>
    [Range(0, int.MaxValue)]
    public required int Appointments { get; init; }

    /// <summary>A technician was there when it was to begin, or before.</summary>
    [Range(0, int.MaxValue)]
    public required int KeptInTime { get; init; }

    /// <summary>A technician was there later.</summary>
    [Range(0, int.MaxValue)]
    public required int KeptLate { get; init; }

    public required CalledOffResponse CalledOff { get; init; }

    /// <summary>Nobody was there, and nobody called it off.</summary>
    [Range(0, int.MaxValue)]
    public required int StillOpen { get; init; }

    public required MovesByCauseResponse MovesByCause { get; init; }

    /// <summary>How often these appointments were moved.</summary>
    [Range(0, int.MaxValue)]
    public required int MovesTotal { get; init; }

    /// <summary>Each move, in the order in which they were made: the first thousand.</summary>
    [MaxLength(MaxMoves)]
    public required IReadOnlyList<RecordedMoveResponse> Moves { get; init; }

    public static AppointmentFiguresResponse Of(MonthlyAppointments monthly)
    {
        var figures = monthly.Figures;
        return new()
        {
            Month = monthly.Month.ToString("uuuu-MM", null),
            Appointments = figures.Appointments,
            KeptInTime = figures.KeptInTime,
            KeptLate = figures.KeptLate,
            CalledOff = new()
            {
                CustomerRequest = figures.CalledOffFor(MoveCause.CustomerRequest),
                Exceptional = figures.CalledOffFor(MoveCause.Exceptional),
                TicketEnded = figures.CalledOffFor(null),
            },
            StillOpen = figures.StillOpen,
            MovesByCause = new()
            {
                CustomerRequest = figures.MovedFor(MoveCause.CustomerRequest),
                Exceptional = figures.MovedFor(MoveCause.Exceptional),
            },
            MovesTotal = figures.Moves.Count,
            Moves = [.. figures.Moves.Take(MaxMoves).Select(RecordedMoveResponse.Of)],
        };
    }
}

/// <summary>How many appointments were called off, by cause.</summary>
internal sealed record CalledOffResponse
{
    /// <summary>The customer asked for it.</summary>
    [Range(0, int.MaxValue)]
    public required int CustomerRequest { get; init; }

    /// <summary>Something exceptional that nobody could foresee.</summary>
    [Range(0, int.MaxValue)]
    public required int Exceptional { get; init; }

    /// <summary>The ticket was over.</summary>
    [Range(0, int.MaxValue)]
    public required int TicketEnded { get; init; }
}

/// <summary>How often appointments were moved, by cause.</summary>
internal sealed record MovesByCauseResponse
{
    /// <summary>The customer asked for it.</summary>
    [Range(0, int.MaxValue)]
    public required int CustomerRequest { get; init; }

    /// <summary>Something exceptional that nobody could foresee.</summary>
    [Range(0, int.MaxValue)]
    public required int Exceptional { get; init; }
}

/// <summary>That the appointment of an intervention was moved.</summary>
internal sealed record RecordedMoveResponse
{
    /// <summary>Which intervention.</summary>
    [StringLength(30)]
    public required string InterventionId { get; init; }

    /// <summary>When it was to begin.</summary>
    public required Instant FromStartsAt { get; init; }

    /// <summary>When it was to begin instead.</summary>
    public required Instant ToStartsAt { get; init; }

    /// <summary>Why it might be moved.</summary>
    public required MoveCause Cause { get; init; }

    /// <summary>Who wanted it.</summary>
    [StringLength(TicketWords.MaxAssigneeLength)]
    public required string AskedBy { get; init; }

    /// <summary>In words.</summary>
    [StringLength(TicketWords.MaxLength)]
    public required string Reason { get; init; }

    /// <summary>When it was moved.</summary>
    public required Instant MovedAt { get; init; }

    public static RecordedMoveResponse Of(RecordedMove recorded) => new()
    {
        InterventionId = recorded.Id.ToString(),
        FromStartsAt = recorded.Move.Before.From,
        ToStartsAt = recorded.Move.After.From,
        Cause = recorded.Move.Cause,
        AskedBy = recorded.Move.AskedBy,
        Reason = recorded.Move.Reason,
        MovedAt = recorded.Move.At,
    };
}
