using NodaTime;

namespace MisterAssist.Application.Idempotency;

/// <summary>The answer that the first request with a key got, and that every later one gets again.</summary>
/// <param name="Fingerprint">Of what was asked: another one under the same key is another request.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">Those that tell something of the answer, by name.</param>
/// <param name="Body">As it was sent, closed to all but who sent the request.</param>
/// <param name="KeptAt">When it was given.</param>
public sealed record KeptAnswer(string Fingerprint, int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body, Instant KeptAt)
{
    /// <summary>How long an answer is given again.</summary>
    public static Duration Lifetime { get; } = Duration.FromHours(24);

    /// <summary>From then on, inclusive, the key is as good as new.</summary>
    public Instant ExpiresAt => KeptAt + Lifetime;
}
