using MisterAssist.Domain.Tests.Sla;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Promises;

namespace MisterAssist.Domain.Tests.Tickets.Promises;

/// <summary>A schedule, a start and an amount, with pauses round about: they overlap, touch, repeat, begin before the start, and may go on.</summary>
public sealed record PausedScenario(Scenario Scenario, IReadOnlyList<Pause> Pauses)
{
    public Pauses All => Domain.Tickets.Pauses.Of(Pauses);

    public PromiseClock Clock() => new(Scenario.Clock(), All);

    public override string ToString() => $"{Scenario}pauses {string.Join("; ", Pauses.Select(p => $"{p.From}..{p.To} {p.Reason}"))}";
}
