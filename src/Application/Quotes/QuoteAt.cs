using MisterAssist.Domain.Quotes;
using NodaTime;

namespace MisterAssist.Application.Quotes;

/// <summary>A quote, and the instant at which it was looked at: whether it has expired depends on that.</summary>
public sealed record QuoteAt(Quote Quote, Instant At);
