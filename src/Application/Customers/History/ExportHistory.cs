using System.Runtime.CompilerServices;
using FluentValidation;
using MediatR;

namespace MisterAssist.Application.Customers.History;

/// <summary>Gives all that was done for a customer, the oldest first, as it is read: however much there is, little of it is in memory at once.</summary>
public sealed record ExportHistoryQuery(AskedHistory History) : IRequest<IAsyncEnumerable<HistoryEntry>>;

internal sealed class ExportHistoryValidator : AbstractValidator<ExportHistoryQuery>
{
    public ExportHistoryValidator() => RuleFor(q => q.History).SetValidator(new AskedHistoryValidator()).OverridePropertyName("");
}

internal sealed class ExportHistoryHandler(HistoryDesk desk, IHistoryReader history)
    : IRequestHandler<ExportHistoryQuery, IAsyncEnumerable<HistoryEntry>>
{
    private const int ReadAtOnce = 200;

    public async Task<IAsyncEnumerable<HistoryEntry>> Handle(ExportHistoryQuery request, CancellationToken cancellationToken) =>
        ReadAsync(await desk.FilterAsync(request.History, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<HistoryEntry> ReadAsync(HistoryFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        HistoryPlace? after = null;
        for (var hasMore = true; hasMore;)
        {
            (var entries, hasMore) = await history.ListAsync(filter, desk.Reach, ReadAtOnce, after, ct);
            foreach (var entry in entries)
            {
                yield return entry;
                after = entry.Place;
            }
        }
    }
}
