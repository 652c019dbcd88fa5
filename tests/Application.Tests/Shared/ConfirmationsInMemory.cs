using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets.Confirmations;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Confirmations;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>Confirmations, as they were sent.</summary>
internal sealed class ConfirmationsInMemory : IConfirmationStore
{
    private readonly List<Confirmation> _confirmations = [];

    public Task AddAsync(Confirmation confirmation, CancellationToken ct)
    {
        _confirmations.Add(confirmation);
        return Task.CompletedTask;
    }

    public Task<Confirmation?> FindAsync(TicketId ticket, ConfirmationId id, CancellationToken ct) =>
        Task.FromResult(_confirmations.Find(confirmation => confirmation.TicketId == ticket && confirmation.Id == id));

    public Task<Page<Confirmation>> ListAsync(TicketId ticket, int limit, ConfirmationId? after, CancellationToken ct) =>
        Task.FromResult(Page.FromOneMore([.. _confirmations.Where(confirmation => confirmation.TicketId == ticket)], limit));
}
