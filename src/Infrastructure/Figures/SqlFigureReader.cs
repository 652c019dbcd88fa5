using MisterAssist.Application.Figures;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Figures;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Figures;

internal sealed class SqlFigureReader(DbSession db) : IFigureReader
{
    private const string Select = """
        SELECT i.id AS Id, i.status AS Status, i.starts_at AS StartsAt, i.arrived_at AS ArrivedAt, i.appointment AS Appointment,
               i.ending AS Ending, f.score AS Score
        FROM intervention i
        LEFT JOIN feedback f ON f.intervention_id = i.id
        """;

    private const string ThatBegan = "i.starts_at >= @From AND i.starts_at < @To";

    private const string ThatEnded = "i.ended_at >= @From AND i.ended_at < @To AND i.status = 'completed'";

    public async Task<IReadOnlyList<PastAppointment>> AppointmentsAsync(Instant from, Instant to, CustomerReach reach, CancellationToken ct) =>
        [.. (await QueryAsync(ThatBegan, "i.starts_at, i.id", from, to, reach, ct)).Select(row => row.ToAppointment())];

    public async Task<IReadOnlyList<DoneIntervention>> InterventionsAsync(Instant from, Instant to, CustomerReach reach, CancellationToken ct) =>
        [.. (await QueryAsync(ThatEnded, "i.ended_at, i.id", from, to, reach, ct)).Select(row => row.ToDone())];

    private Task<IReadOnlyList<FigureRow>> QueryAsync(
        string which, string order, Instant from, Instant to, CustomerReach reach, CancellationToken ct)
    {
        var conditions = new Conditions();
        conditions.Add(which, ("From", DbText.From(from)));
        if (reach.Only is { } only)
            conditions.Add("i.customer_id IN @Reach", ("Reach", only.Select(customer => DbText.From(customer.Value))));
        return db.QueryAsync<FigureRow>($"{Select}\n{conditions.Where}\nORDER BY {order}", conditions.With("To", DbText.From(to)), ct);
    }
}
