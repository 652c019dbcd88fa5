using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using NodaTime;

namespace MisterAssist.Application.ApiKeys;

/// <summary>Issues a key in the place of another one, which goes on working for the overlap.</summary>
public sealed record RotateApiKeyCommand(ApiKeyId Id, int OverlapDays, KnownVersion Known) : ICommand<IssuedApiKey>;

internal sealed class RotateApiKeyValidator : AbstractValidator<RotateApiKeyCommand>
{
    public RotateApiKeyValidator() => RuleFor(c => c.OverlapDays).InclusiveBetween(0, ApiKey.MaxOverlapDays);
}

internal sealed class RotateApiKeyHandler(IApiKeyStore keys, [FromKeyedServices(WorldClock.Key)] IClock clock)
    : IRequestHandler<RotateApiKeyCommand, IssuedApiKey>
{
    public async Task<IssuedApiKey> Handle(RotateApiKeyCommand request, CancellationToken cancellationToken)
    {
        var key = await keys.FindAsync(request.Id, cancellationToken) ?? throw ApiKeyErrors.NotFound();
        request.Known.Require(key.State.Version);

        var secret = ApiKeySecret.New();
        var successor = key.Rotate(secret, request.OverlapDays, clock.GetCurrentInstant());

        await keys.AddAsync(successor, cancellationToken);
        await keys.SaveAsync(key, cancellationToken);
        return new(successor, secret);
    }
}
