using FluentValidation;
using MediatR;
using MisterAssist.Application.Billing;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Invoices;

namespace MisterAssist.Application.Invoices;

/// <summary>Takes an invoice back, or lines of it: by a credit note, which is issued at once. What is credited can be billed again.</summary>
/// <remarks>What comes to nothing, on a statement too, is taken back by a statement; a credit note that billing made, by an invoice.</remarks>
/// <param name="Id">The invoice.</param>
/// <param name="Known">The version that the caller knows.</param>
/// <param name="Lines">By number, an item with its discount; null for all that stand.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="BillAgain">Whether the next billing run bills it again; else it is not owed any more.</param>
public sealed record CreditInvoiceCommand(InvoiceId Id, KnownVersion Known, IReadOnlyList<int>? Lines, string Reason, bool BillAgain) : ICommand<SeenInvoice>
{
    /// <summary>That are named at once.</summary>
    public const int MaxLines = 1000;

    /// <summary>The highest number that is one.</summary>
    public const int MaxLineNumber = 100_000;
}

internal sealed class CreditInvoiceValidator : AbstractValidator<CreditInvoiceCommand>
{
    public CreditInvoiceValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(TicketWords.MaxLength);
        RuleFor(c => c.Lines!.Count).InclusiveBetween(1, CreditInvoiceCommand.MaxLines).When(c => c.Lines is not null).OverridePropertyName("Lines");
        RuleForEach(c => c.Lines).InclusiveBetween(1, CreditInvoiceCommand.MaxLineNumber);
    }
}

internal sealed class CreditInvoiceHandler(InvoiceDesk desk, InvoiceIssue issue, IChargeStore charges, GivenBackFees givenBack)
    : IRequestHandler<CreditInvoiceCommand, SeenInvoice>
{
    public async Task<SeenInvoice> Handle(CreditInvoiceCommand request, CancellationToken cancellationToken)
    {
        var invoice = await desk.GetAsync(request.Id, request.Known, cancellationToken);
        var on = desk.Now();

        var credited = invoice.Credit(request.Lines, request.Reason, on);
        var open = await givenBack.StillOpenOfAsync(credited, cancellationToken);
        if (!request.BillAgain)
            await givenBack.RefuseChargedAnewAsync(credited, cancellationToken);

        await desk.KeepAsync(invoice, cancellationToken);
        var note = await issue.NoteAsync(invoice.ToState(), credited, on, cancellationToken);
        await charges.FreeAsync(invoice.Id, Invoice.ChargesOf(credited), request.BillAgain, cancellationToken);
        if (!request.BillAgain)
            await charges.DropAsync(open, cancellationToken);
        return await desk.SeeAsync(note, cancellationToken);
    }
}
