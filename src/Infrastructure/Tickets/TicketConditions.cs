using Dapper;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Tickets;

/// <summary>What tickets of a list have to satisfy.</summary>
internal sealed class TicketConditions
{
    private readonly Conditions _conditions = new();

    public TicketConditions(TicketFilter filter, CustomerReach reach, Instant now)
    {
        if (reach.Only is { } within)
            Add("t.customer_id IN @Reach", ("Reach", within.Select(id => DbText.From(id.Value))));
        if (filter.Customers.Count > 0)
            Add("t.customer_id IN @Customers", ("Customers", filter.Customers.Select(id => DbText.From(id.Value))));
        if (filter.Statuses.Count > 0)
            Add("t.status IN @Statuses", ("Statuses", filter.Statuses.Select(DbText.From)));
        if (filter.Plans.Count > 0)
            Add("t.plan_code IN @Plans", ("Plans", filter.Plans.Select(DbText.From)));
        if (filter.Assignee is { } assignee)
            Add("t.assignee = @Assignee", ("Assignee", assignee));
        if (filter.DueBefore is { } dueBefore)
            Add("t.queue_due_at < @DueBefore", ("DueBefore", DbText.From(dueBefore)));
        if (filter.Missed is true)
            Add("(t.has_missed = 1 OR t.queue_due_at < @Now)", ("Now", DbText.From(now)));
        if (filter.Missed is false)
            Add("t.has_missed = 0 AND t.queue_due_at >= @Now", ("Now", DbText.From(now)));
        if (filter.Text is { } number && TicketNumber.IsOne(number))
            Add("t.number = @Number", ("Number", number));
        else if (filter.Text is { } words)
            _conditions.AddWords(words, "t.subject_folded");
    }

    public string Where => _conditions.Where;

    public void Add(string condition, params ReadOnlySpan<(string Name, object Value)> parameters) => _conditions.Add(condition, parameters);

    public DynamicParameters With(string name, object value) => _conditions.With(name, value);
}
