using FluentValidation;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Application.Sla;

internal static class SupportedYears
{
    /// <summary>The instant is one about which the engine can answer.</summary>
    public static IRuleBuilderOptions<T, Instant> WithinSupportedYears<T>(this IRuleBuilder<T, Instant> rule) =>
        rule.Must(SupportedTime.Contains).WithErrorCode("out_of_range").WithMessage("The instant is outside the years 1970 to 2199.");

    /// <inheritdoc cref="WithinSupportedYears{T}(IRuleBuilder{T, Instant})"/>
    public static IRuleBuilderOptions<T, Instant?> WithinSupportedYears<T>(this IRuleBuilder<T, Instant?> rule) =>
        rule.Must(instant => instant is null || SupportedTime.Contains(instant.Value))
            .WithErrorCode("out_of_range").WithMessage("The instant is outside the years 1970 to 2199.");

    /// <summary>The day, where one is given, lies in those years.</summary>
    public static IRuleBuilderOptions<T, LocalDate?> WithinSupportedYears<T>(this IRuleBuilder<T, LocalDate?> rule) =>
        rule.Must(day => day is not { } given || Contains(given)).WithErrorCode("out_of_range").WithMessage("The day is outside the years 1970 to 2199.");

    private static bool Contains(LocalDate day) =>
        day.Year >= SupportedTime.Earliest.InUtc().Year && day.Year < SupportedTime.Latest.InUtc().Year;
}
