using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Invoices;

namespace MisterAssist.Application.Invoices;

/// <summary>Says that a payment was none, or was recorded wrongly.</summary>
public sealed record ReversePaymentCommand(InvoiceId Id, KnownVersion Known, int Number, string Reason) : ICommand<SeenInvoice>;

internal sealed class ReversePaymentValidator : AbstractValidator<ReversePaymentCommand>
{
    public ReversePaymentValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(TicketWords.MaxLength);
}

internal sealed class ReversePaymentHandler(InvoiceDesk desk) : IRequestHandler<ReversePaymentCommand, SeenInvoice>
{
    public Task<SeenInvoice> Handle(ReversePaymentCommand request, CancellationToken cancellationToken) => desk.DoAsync(
        request.Id, request.Known, (invoice, on) => invoice.Reverse(request.Number, request.Reason, on), cancellationToken);
}
