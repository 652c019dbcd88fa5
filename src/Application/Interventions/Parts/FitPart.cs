using FluentValidation;
using MediatR;
using MisterAssist.Application.Customers;
using MisterAssist.Application.Parts;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Parts;
using MisterAssist.Domain.Parts;

namespace MisterAssist.Application.Interventions.Parts;

/// <summary>Puts down a part that an intervention fits. The customer is asked about it where the rules say so.</summary>
public sealed record FitPartCommand(InterventionId Id, KnownVersion Known, PartId PartId, int Quantity) : ICommand<InterventionAt>;

internal sealed class FitPartValidator : AbstractValidator<FitPartCommand>
{
    public FitPartValidator() => RuleFor(c => c.Quantity).InclusiveBetween(1, FittedPart.MaxQuantity).WithErrorCode("out_of_range");
}

internal sealed class FitPartHandler(Jobs jobs, IPartStore parts, ICustomerStore customers) : IRequestHandler<FitPartCommand, InterventionAt>
{
    public async Task<InterventionAt> Handle(FitPartCommand request, CancellationToken cancellationToken)
    {
        var job = await jobs.GetAsync(request.Id, request.Known, cancellationToken);
        if (await parts.FindAsync(request.PartId, cancellationToken) is not { RetiredAt: null } part)
            throw PartErrors.UnknownPart("partId");
        var customer = (await customers.FindAsync(job.Ticket.ToState().CustomerId, CustomerReach.All, cancellationToken))!;

        var (code, name, price, vat) = part.Details;
        job.Intervention.Fit(
            new(part.Id, code, name, price, vat), request.Quantity, job.Plan.Terms.Work.SmallPartLimit, customer.Details.AskBeforeAnyPart,
            job.On.Deed);

        return await jobs.SaveAsync(job, cancellationToken);
    }
}
