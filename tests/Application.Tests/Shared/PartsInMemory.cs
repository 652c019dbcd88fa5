using MisterAssist.Application.Parts;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Parts;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>Parts; what was given is what is kept. Searching, and that codes are unique, is a matter of SQL.</summary>
internal sealed class PartsInMemory : IPartStore
{
    private readonly List<Part> _parts = [];

    /// <summary>How often one was saved.</summary>
    public int Saves { get; private set; }

    public void Have(params IEnumerable<Part> parts) => _parts.AddRange(parts);

    public Task<Part?> FindAsync(PartId id, CancellationToken ct) => Task.FromResult(_parts.Find(part => part.Id == id));

    public Task<Page<Part>> ListAsync(PartFilter filter, int limit, PartId? after, CancellationToken ct) => Task.FromResult(Page.FromOneMore(
        [
            .. from part in _parts
               let id = part.Id.ToString()
               where part.RetiredAt is null && (after is null || string.CompareOrdinal(id, after.Value.ToString()) > 0)
               orderby id
               select part,
        ],
        limit));

    public Task AddAsync(Part part, CancellationToken ct)
    {
        _parts.Add(part);
        return Task.CompletedTask;
    }

    public Task SaveAsync(Part part, CancellationToken ct)
    {
        Saves++;
        return Task.CompletedTask;
    }
}
