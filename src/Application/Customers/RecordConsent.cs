using FluentValidation;
using MediatR;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;
using NodaTime;

namespace MisterAssist.Application.Customers;

/// <summary>Records that a customer consented to something.</summary>
/// <param name="Customer">Who.</param>
/// <param name="Kind">To what.</param>
/// <param name="TextVersion">Which version of the text they had before them.</param>
/// <param name="GivenOn">The day in Rome; null for today.</param>
public sealed record RecordConsentCommand(CustomerId Customer, ConsentKind Kind, string TextVersion, LocalDate? GivenOn) : ICommand<Consent>;

internal sealed class RecordConsentValidator : AbstractValidator<RecordConsentCommand>
{
    public RecordConsentValidator()
    {
        RuleFor(c => c.TextVersion).NotEmpty().MaximumLength(Consent.MaxTextVersionLength);
        RuleFor(c => c.GivenOn!.Value.Year).GreaterThanOrEqualTo(1970).When(c => c.GivenOn is not null)
            .WithErrorCode("out_of_range").OverridePropertyName("GivenOn");
    }
}

internal sealed class RecordConsentHandler(IConsentStore consents, ICustomerReader customers, ChangeLog log)
    : IRequestHandler<RecordConsentCommand, Consent>
{
    public async Task<Consent> Handle(RecordConsentCommand request, CancellationToken cancellationToken)
    {
        if (!await customers.ExistsAsync(request.Customer, log.Reach, cancellationToken))
            throw CustomerErrors.NotFound();

        var now = log.Now;
        var consent = Consent.Record(request.Customer, request.Kind, request.TextVersion, request.GivenOn, log.Actor, now);

        await consents.AddAsync(consent, cancellationToken);
        await log.TellAsync(
            "consent.given", consent.Customer, [new("consentId", null, consent.Id.ToString())], now, cancellationToken);
        return consent;
    }
}
