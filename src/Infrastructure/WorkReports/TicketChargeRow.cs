using MisterAssist.Domain.Quotes;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.WorkReports;

internal sealed class TicketChargeRow
{
    public required string TicketId { get; init; }

    public required string IssuedAt { get; init; }

    public required long Net { get; init; }

    public TicketCharge ToCharge() => new(new(DbText.ToId(TicketId)), DbText.ToInstant(IssuedAt), new(Net));
}
