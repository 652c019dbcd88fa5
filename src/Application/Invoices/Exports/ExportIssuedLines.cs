using FluentValidation;
using MediatR;

namespace MisterAssist.Application.Invoices.Exports;

/// <summary>Gives the lines of what was issued in a period, by date and number, as it is read: however much there is, little of it is in memory at once.</summary>
public sealed record ExportIssuedLinesQuery(AskedPeriod Period) : IRequest<IAsyncEnumerable<IssuedLine>>;

internal sealed class ExportIssuedLinesValidator : AbstractValidator<ExportIssuedLinesQuery>
{
    public ExportIssuedLinesValidator() => RuleFor(q => q.Period).SetValidator(new AskedPeriodValidator()).OverridePropertyName("");
}

internal sealed class ExportIssuedLinesHandler(IssuedInvoices issued) : IRequestHandler<ExportIssuedLinesQuery, IAsyncEnumerable<IssuedLine>>
{
    public Task<IAsyncEnumerable<IssuedLine>> Handle(ExportIssuedLinesQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(issued.ReadLinesAsync(request.Period, after: null, cancellationToken));
}
