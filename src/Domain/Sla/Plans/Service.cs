using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Sla.Plans;

/// <summary>A kind of work, as a plan names it.</summary>
/// <param name="Code">snake_case, the same in every plan that speaks of it.</param>
/// <param name="Name">As the customer reads it.</param>
public sealed record Service(string Code, LocalizedText Name)
{
    public const int MaxCodeLength = 50;
}
