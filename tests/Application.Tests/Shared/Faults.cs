using FluentValidation;

namespace MisterAssist.Application.Tests.Shared;

internal static class Faults
{
    /// <summary>Every fault found, as <c>path: code</c>, in the order of their paths.</summary>
    public static IReadOnlyList<string> Of<T>(IValidator<T> validator, T instance) =>
        [.. validator.Validate(instance).Errors.Select(e => $"{e.PropertyName}: {e.ErrorCode}").Order(StringComparer.Ordinal)];
}
