using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Customers;

/// <summary>Gets a consent of a customer within reach, withdrawn or not.</summary>
public sealed record GetConsentQuery(CustomerId Customer, ConsentId Id) : IRequest<Consent>;

internal sealed class GetConsentHandler(IConsentStore consents, ICaller caller) : IRequestHandler<GetConsentQuery, Consent>
{
    public async Task<Consent> Handle(GetConsentQuery request, CancellationToken cancellationToken) =>
        await consents.FindAsync(request.Customer, request.Id, caller.Reach, cancellationToken) ?? throw CustomerErrors.ConsentNotFound();
}
