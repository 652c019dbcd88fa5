using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Sla;

/// <summary>A public holiday on one date.</summary>
/// <param name="Date">In the calendar's country, from midnight to midnight.</param>
/// <param name="Name">Both names joined where two holidays meet on one date (Easter Monday on 25 April 2011).</param>
/// <param name="HoldsFrom">The first year in which it is observed, counting from the calendar's own first year.</param>
public sealed record Holiday(LocalDate Date, LocalizedText Name, int HoldsFrom);
