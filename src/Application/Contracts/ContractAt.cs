using MisterAssist.Domain.Contracts;
using NodaTime;

namespace MisterAssist.Application.Contracts;

/// <summary>A contract, and the instant at which it was looked at: where it stands depends on that.</summary>
public sealed record ContractAt(Contract Contract, Instant At);
