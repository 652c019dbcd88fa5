using System.Diagnostics.CodeAnalysis;
using MisterAssist.Domain.Sla.Plans;

namespace MisterAssist.Api.Shared;

/// <summary>The code of a plan, in an address.</summary>
internal readonly record struct PlanParameter(PlanCode Value) : IParsable<PlanParameter>
{
    public static PlanParameter Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var plan) ? plan : throw new FormatException($"'{s}' is not the code of a plan");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PlanParameter result)
    {
        result = new(new(s ?? ""));
        return s is { Length: > 0 and <= PlanCode.MaxLength };
    }
}
