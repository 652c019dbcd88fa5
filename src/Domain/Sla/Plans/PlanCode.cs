namespace MisterAssist.Domain.Sla.Plans;

/// <summary>The short name of a plan in code and addresses: <c>bronze</c>, <c>silver</c>, <c>gold</c>, <c>standard</c>.</summary>
public readonly record struct PlanCode(string Value)
{
    public const int MaxLength = 30;

    public override string ToString() => Value;
}
