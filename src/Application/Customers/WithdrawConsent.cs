using MediatR;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;
using NodaTime;

namespace MisterAssist.Application.Customers;

/// <summary>Records that a customer took a consent back.</summary>
/// <param name="Customer">Who.</param>
/// <param name="Id">The consent.</param>
/// <param name="WithdrawnOn">The day in Rome; null for today.</param>
/// <param name="Known">The version that the caller knows.</param>
public sealed record WithdrawConsentCommand(CustomerId Customer, ConsentId Id, LocalDate? WithdrawnOn, KnownVersion Known) : ICommand<Consent>;

internal sealed class WithdrawConsentHandler(IConsentStore consents, ChangeLog log) : IRequestHandler<WithdrawConsentCommand, Consent>
{
    public async Task<Consent> Handle(WithdrawConsentCommand request, CancellationToken cancellationToken)
    {
        var consent = await consents.FindAsync(request.Customer, request.Id, log.Reach, cancellationToken)
            ?? throw CustomerErrors.ConsentNotFound();
        request.Known.Require(consent.Version);

        var now = log.Now;
        consent.Withdraw(request.WithdrawnOn, log.Actor, now);

        await consents.SaveAsync(consent, cancellationToken);
        await log.TellAsync(
            "consent.withdrawn", consent.Customer, [new("consentId", consent.Id.ToString(), consent.Id.ToString())], now, cancellationToken);
        return consent;
    }
}
