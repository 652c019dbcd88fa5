using NodaTime;

namespace MisterAssist.Domain.Shared;

/// <summary>That somebody does something.</summary>
/// <param name="Actor">Who.</param>
/// <param name="At">Now.</param>
public sealed record Deed(Actor Actor, Instant At);
