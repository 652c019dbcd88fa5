using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;

namespace MisterAssist.Application.Invoices.Exports;

/// <summary>Lists what was issued in a period: invoices, credit notes and statements, by date and number.</summary>
public sealed record ListIssuedInvoicesQuery(AskedPeriod Period, int Limit, InvoicePlace? After) : IRequest<Page<IssuedInvoice>>;

internal sealed class ListIssuedInvoicesValidator : AbstractValidator<ListIssuedInvoicesQuery>
{
    public ListIssuedInvoicesValidator() => RuleFor(q => q.Period).SetValidator(new AskedPeriodValidator()).OverridePropertyName("");
}

internal sealed class ListIssuedInvoicesHandler(IssuedInvoices issued) : IRequestHandler<ListIssuedInvoicesQuery, Page<IssuedInvoice>>
{
    public Task<Page<IssuedInvoice>> Handle(ListIssuedInvoicesQuery request, CancellationToken cancellationToken) => IssuedInvoices.PageAsync(
        issued.ReadAsync(request.Period, request.After, cancellationToken), request.Limit, cancellationToken);
}
