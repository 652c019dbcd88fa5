using FluentValidation;
using NodaTime;

namespace MisterAssist.Application.Shared;

internal static class WorkRules
{
    private static readonly Duration Least = Duration.FromMinutes(1);

    private static readonly Duration Most = Duration.FromHours(24);

    /// <summary>As long as work is planned at once: whole seconds, from a minute to a day.</summary>
    public static IRuleBuilderOptions<T, Duration> WithinADay<T>(this IRuleBuilder<T, Duration> length) => length
        .Must(duration => duration >= Least && duration <= Most && duration.NanosecondOfDay % NodaConstants.NanosecondsPerSecond == 0)
        .WithErrorCode("out_of_range").WithMessage("Whole seconds are needed here, from a minute to 24 hours.");
}
