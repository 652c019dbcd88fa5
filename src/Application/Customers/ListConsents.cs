using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Lists all the consents that a customer ever gave, withdrawn ones too, in the order in which they were recorded.</summary>
public sealed record ListConsentsQuery(CustomerId Customer, int Limit, ConsentId? After) : IRequest<Page<Consent>>;

internal sealed class ListConsentsHandler(IConsentStore consents, ICustomerReader customers, ICaller caller)
    : IRequestHandler<ListConsentsQuery, Page<Consent>>
{
    public async Task<Page<Consent>> Handle(ListConsentsQuery request, CancellationToken cancellationToken) =>
        await customers.ExistsAsync(request.Customer, caller.Reach, cancellationToken)
            ? await consents.ListAsync(request.Customer, request.Limit, request.After, cancellationToken)
            : throw CustomerErrors.NotFound();
}
