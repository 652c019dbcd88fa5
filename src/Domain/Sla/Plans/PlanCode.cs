namespace MisterAssist.Domain.Sla.Plans;

/// <summary>The short name of a plan in code and addresses: <c>bronze</c>, <c>silver</c>, <c>gold</c>, <c>standard</c>.</summary>
public readonly record struct PlanCode(string Value)
{
    public const int MaxLength = 30;

    /// <summary>The terms of whoever has no contract.</summary>
    public static PlanCode Standard { get; } = new("standard");

    public override string ToString() => Value;
}
