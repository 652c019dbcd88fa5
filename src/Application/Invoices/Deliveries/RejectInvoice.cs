using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;

namespace MisterAssist.Application.Invoices.Deliveries;

/// <summary>Says that the exchange system refused an invoice.</summary>
/// <param name="Id">The invoice.</param>
/// <param name="Known">The version that the caller knows.</param>
/// <param name="Code">Of the refusal, as the exchange system gives it.</param>
/// <param name="Message">In its words; null for none.</param>
public sealed record RejectInvoiceCommand(InvoiceId Id, KnownVersion Known, string Code, string? Message) : ICommand<SeenInvoice>;

internal sealed class RejectInvoiceValidator : AbstractValidator<RejectInvoiceCommand>
{
    public RejectInvoiceValidator()
    {
        RuleFor(c => c.Code).NotEmpty().MaximumLength(DeliveryAttempt.MaxCodeLength);
        RuleFor(c => c.Message).MaximumLength(DeliveryAttempt.MaxMessageLength);
    }
}

internal sealed class RejectInvoiceHandler(InvoiceDesk desk) : IRequestHandler<RejectInvoiceCommand, SeenInvoice>
{
    public Task<SeenInvoice> Handle(RejectInvoiceCommand request, CancellationToken cancellationToken) =>
        desk.DoAsync(request.Id, request.Known, (invoice, on) => invoice.Reject(request.Code, request.Message, on), cancellationToken);
}
