namespace MisterAssist.Infrastructure.Tickets;

/// <summary>Tickets that became one.</summary>
internal static class MergedTickets
{
    /// <summary>The beginning of a statement that asks of the table <c>together</c>: the ticket <c>@Ticket</c> and all that were merged with it.</summary>
    public const string Together = """
        WITH RECURSIVE upward (ticket_id, merged_into_id) AS (
          SELECT id, merged_into_id FROM ticket WHERE id = @Ticket
          UNION ALL
          SELECT t.id, t.merged_into_id FROM upward u JOIN ticket t ON t.id = u.merged_into_id
        ),
        together (ticket_id) AS (
          SELECT ticket_id FROM upward WHERE merged_into_id IS NULL
          UNION ALL
          SELECT t.id FROM together g JOIN ticket t ON t.merged_into_id = g.ticket_id
        )
        """;
}
