namespace MisterAssist.Infrastructure.Tickets;

/// <summary>Tickets that became one.</summary>
internal static class MergedTickets
{
    /// <summary>The beginning of a statement that asks of the table <c>together</c>: the ticket <c>@Ticket</c> and all that were merged with it.</summary>
    public const string Together = """
        WITH RECURSIVE together (ticket_id) AS (
          SELECT @Ticket
          UNION
          SELECT t.merged_into_id FROM together g JOIN ticket t ON t.id = g.ticket_id WHERE t.merged_into_id IS NOT NULL
          UNION
          SELECT t.id FROM together g JOIN ticket t ON t.merged_into_id = g.ticket_id
        )
        """;
}
