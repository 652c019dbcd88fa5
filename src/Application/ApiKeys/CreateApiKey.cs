using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using NodaTime;

namespace MisterAssist.Application.ApiKeys;

/// <summary>Issues an API key.</summary>
/// <param name="Name">Who will hold it, as timelines will show it.</param>
/// <param name="Kind">On whose side its holder is.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Customers">The customers that it may see; null for all.</param>
/// <param name="ExpiresAt">From when on it does not work any more; null for never.</param>
public sealed record CreateApiKeyCommand(
    string Name, KeyKind Kind, IReadOnlyList<Scope> Scopes, IReadOnlyList<CustomerId>? Customers, Instant? ExpiresAt) : ICommand<IssuedApiKey>;

internal sealed class CreateApiKeyValidator : AbstractValidator<CreateApiKeyCommand>
{
    public CreateApiKeyValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(ApiKey.MaxNameLength);
        RuleFor(c => c.Scopes.Count).InclusiveBetween(1, ScopeNames.All.Count).OverridePropertyName("Scopes");
        RuleFor(c => c.Customers!.Count).InclusiveBetween(1, CustomerReach.MaxCustomers).When(c => c.Customers is not null)
            .OverridePropertyName("Customers");
    }
}

internal sealed class CreateApiKeyHandler(IApiKeyStore keys, [FromKeyedServices(WorldClock.Key)] IClock clock)
    : IRequestHandler<CreateApiKeyCommand, IssuedApiKey>
{
    public async Task<IssuedApiKey> Handle(CreateApiKeyCommand request, CancellationToken cancellationToken)
    {
        var reach = request.Customers is { } customers ? CustomerReach.Of(customers.Distinct()) : CustomerReach.All;
        var secret = ApiKeySecret.New();
        var key = ApiKey.Issue(
            new(request.Name, request.Kind, request.Scopes, reach, request.ExpiresAt), secret, clock.GetCurrentInstant());

        await keys.AddAsync(key, cancellationToken);
        return new(key, secret);
    }
}
