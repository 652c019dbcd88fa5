using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;

namespace MisterAssist.Application.Customers.History;

/// <summary>Lists what was done for a customer, the oldest first.</summary>
public sealed record ListHistoryQuery(AskedHistory History, int Limit, HistoryPlace? After) : IRequest<Page<HistoryEntry>>;

internal sealed class ListHistoryValidator : AbstractValidator<ListHistoryQuery>
{
    public ListHistoryValidator() => RuleFor(q => q.History).SetValidator(new AskedHistoryValidator()).OverridePropertyName("");
}

internal sealed class ListHistoryHandler(HistoryDesk desk, IHistoryReader history) : IRequestHandler<ListHistoryQuery, Page<HistoryEntry>>
{
    public async Task<Page<HistoryEntry>> Handle(ListHistoryQuery request, CancellationToken cancellationToken)
    {
        var filter = await desk.FilterAsync(request.History, cancellationToken);
        return await history.ListAsync(filter, desk.Reach, request.Limit, request.After, cancellationToken);
    }
}
