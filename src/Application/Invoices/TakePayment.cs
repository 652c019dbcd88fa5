using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Application.Invoices;

/// <summary>Records that money came in for an invoice: all that is open, or a part.</summary>
/// <param name="Id">The invoice.</param>
/// <param name="Known">The version that the caller knows.</param>
/// <param name="Amount">More than zero.</param>
/// <param name="PaidOn">In Rome.</param>
/// <param name="Reference">Of the bank transfer, say; null for none.</param>
public sealed record TakePaymentCommand(InvoiceId Id, KnownVersion Known, Money Amount, LocalDate PaidOn, string? Reference) : ICommand<SeenInvoice>;

internal sealed class TakePaymentValidator : AbstractValidator<TakePaymentCommand>
{
    public TakePaymentValidator()
    {
        RuleFor(c => c.Amount).IsPrice().Must(amount => amount > Money.Zero).WithErrorCode("out_of_range");
        RuleFor(c => c.PaidOn.Year).InclusiveBetween(HolidayCalendar.Italy.FirstYear, HolidayCalendar.LastYear).OverridePropertyName("PaidOn");
        RuleFor(c => c.Reference).MaximumLength(Payment.MaxReferenceLength);
    }
}

internal sealed class TakePaymentHandler(InvoiceDesk desk) : IRequestHandler<TakePaymentCommand, SeenInvoice>
{
    public Task<SeenInvoice> Handle(TakePaymentCommand request, CancellationToken cancellationToken) => desk.DoAsync(
        request.Id, request.Known, (invoice, on) => invoice.Take(request.Amount, request.PaidOn, request.Reference, on), cancellationToken);
}
