using FluentValidation;
using MediatR;

namespace MisterAssist.Application.Invoices.Exports;

/// <summary>Gives what was issued in a period: invoices, credit notes and statements, by date and number, as it is read: however much there is, little of it is in memory at once.</summary>
public sealed record ExportIssuedInvoicesQuery(AskedPeriod Period) : IRequest<IAsyncEnumerable<IssuedInvoice>>;

internal sealed class ExportIssuedInvoicesValidator : AbstractValidator<ExportIssuedInvoicesQuery>
{
    public ExportIssuedInvoicesValidator() => RuleFor(q => q.Period).SetValidator(new AskedPeriodValidator()).OverridePropertyName("");
}

internal sealed class ExportIssuedInvoicesHandler(IssuedInvoices issued) : IRequestHandler<ExportIssuedInvoicesQuery, IAsyncEnumerable<IssuedInvoice>>
{
    public Task<IAsyncEnumerable<IssuedInvoice>> Handle(ExportIssuedInvoicesQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(issued.ReadAsync(request.Period, after: null, cancellationToken));
}
