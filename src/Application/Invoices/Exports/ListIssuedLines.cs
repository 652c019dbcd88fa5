using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;

namespace MisterAssist.Application.Invoices.Exports;

/// <summary>Lists the lines of what was issued in a period, by date and number.</summary>
public sealed record ListIssuedLinesQuery(AskedPeriod Period, int Limit, LinePlace? After) : IRequest<Page<IssuedLine>>;

internal sealed class ListIssuedLinesValidator : AbstractValidator<ListIssuedLinesQuery>
{
    public ListIssuedLinesValidator() => RuleFor(q => q.Period).SetValidator(new AskedPeriodValidator()).OverridePropertyName("");
}

internal sealed class ListIssuedLinesHandler(IssuedInvoices issued) : IRequestHandler<ListIssuedLinesQuery, Page<IssuedLine>>
{
    public Task<Page<IssuedLine>> Handle(ListIssuedLinesQuery request, CancellationToken cancellationToken) => IssuedInvoices.PageAsync(
        issued.ReadLinesAsync(request.Period, request.After, cancellationToken), request.Limit, cancellationToken);
}
