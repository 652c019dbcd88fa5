namespace MisterAssist.Application.Sla;

public static class Ledgers
{
    /// <summary>The most segments that an answer carries: more is not an explanation any more.</summary>
    public const int MaxSegments = 5000;
}
