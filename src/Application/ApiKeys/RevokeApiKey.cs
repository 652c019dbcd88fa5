using MediatR;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using NodaTime;

namespace MisterAssist.Application.ApiKeys;

/// <summary>Takes an API key back, at once.</summary>
public sealed record RevokeApiKeyCommand(ApiKeyId Id, KnownVersion Known) : ICommand<ApiKey>;

internal sealed class RevokeApiKeyHandler(IApiKeyStore keys, [FromKeyedServices(WorldClock.Key)] IClock clock)
    : IRequestHandler<RevokeApiKeyCommand, ApiKey>
{
    public async Task<ApiKey> Handle(RevokeApiKeyCommand request, CancellationToken cancellationToken)
    {
        var key = await keys.FindAsync(request.Id, cancellationToken) ?? throw ApiKeyErrors.NotFound();
        request.Known.Require(key.State.Version);

        key.Revoke(clock.GetCurrentInstant());

        await keys.SaveAsync(key, cancellationToken);
        return key;
    }
}
