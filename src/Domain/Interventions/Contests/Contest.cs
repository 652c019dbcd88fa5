using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Interventions.Contests;

/// <summary>That a customer says a problem is not solved that we took for solved.</summary>
/// <param name="Reason">In the customer's words.</param>
/// <param name="By">Who says so.</param>
/// <param name="At">When.</param>
/// <param name="Verdict">What the company says to it; null while it has said nothing.</param>
public sealed record Contest(string Reason, Actor By, Instant At, Verdict? Verdict);

/// <summary>What the company says to a contest.</summary>
/// <param name="IsAccepted">Whether the customer is right: then a free intervention follows.</param>
/// <param name="Reason">Why not, in writing; null where it is accepted.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
public sealed record Verdict(bool IsAccepted, string? Reason, Actor By, Instant At);
