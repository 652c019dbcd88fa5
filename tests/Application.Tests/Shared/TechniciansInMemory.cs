using MisterAssist.Application.Shared;
using MisterAssist.Application.Technicians;
using MisterAssist.Domain.Technicians;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>Technicians; who was given is who is kept.</summary>
internal sealed class TechniciansInMemory : ITechnicianStore
{
    private readonly List<Technician> _technicians = [];

    /// <summary>How often one was saved.</summary>
    public int Saves { get; private set; }

    public void Have(params IEnumerable<Technician> technicians) => _technicians.AddRange(technicians);

    public Task<Technician?> FindAsync(TechnicianId id, CancellationToken ct) =>
        Task.FromResult(_technicians.Find(technician => technician.Id == id));

    public Task<IReadOnlyList<Technician>> FindAllAsync(IReadOnlyCollection<TechnicianId> ids, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Technician>>([.. _technicians.Where(technician => ids.Contains(technician.Id))]);

    public Task<Page<Technician>> ListAsync(int limit, TechnicianId? after, CancellationToken ct) => Task.FromResult(Page.FromOneMore(
        [
            .. from technician in _technicians
               let id = technician.Id.ToString()
               where technician.RetiredAt is null && (after is null || string.CompareOrdinal(id, after.Value.ToString()) > 0)
               orderby id
               select technician,
        ],
        limit));

    public Task AddAsync(Technician technician, CancellationToken ct)
    {
        _technicians.Add(technician);
        return Task.CompletedTask;
    }

    public Task SaveAsync(Technician technician, CancellationToken ct)
    {
        Saves++;
        return Task.CompletedTask;
    }
}
