using MisterAssist.Domain.Customers;

namespace MisterAssist.Domain.Tickets;

/// <summary>A ticket as it comes in, before anything is promised.</summary>
public sealed record TicketOpening(TicketId Id, TicketNumber Number, CustomerId CustomerId, Report Report, TicketOrigin Origin);
