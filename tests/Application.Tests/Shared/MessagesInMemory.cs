using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets.Messages;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Messages;

namespace MisterAssist.Application.Tests.Shared;

internal sealed class MessagesInMemory : IMessageStore
{
    private readonly List<Message> _messages = [];

    public IReadOnlyList<Message> All => _messages;

    public Task AddAsync(Message message, CancellationToken ct)
    {
        _messages.Add(message);
        return Task.CompletedTask;
    }

    public Task<Message?> FindAsync(TicketId ticket, MessageId id, bool withInternal, CancellationToken ct) =>
        Task.FromResult(Of(ticket, withInternal).SingleOrDefault(message => message.Id == id));

    public Task<Page<Message>> ListAsync(TicketId ticket, bool withInternal, int limit, MessageId? after, CancellationToken ct) =>
        Task.FromResult(Page.FromOneMore(
            [.. Of(ticket, withInternal).Where(message => after is null || string.CompareOrdinal(message.Id.ToString(), after.ToString()) > 0)],
            limit));

    private IEnumerable<Message> Of(TicketId ticket, bool withInternal) =>
        _messages.Where(message => message.TicketId == ticket && (withInternal || !message.IsInternal));
}
