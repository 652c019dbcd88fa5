using MediatR;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using NodaTime;

namespace MisterAssist.Application.ApiKeys;

/// <summary>Issues an administrator's key where there is no key at all, so that somebody can make the others; null where there is one.</summary>
public sealed record CreateFirstApiKeyCommand : ICommand<IssuedApiKey?>;

internal sealed class CreateFirstApiKeyHandler(IApiKeyStore keys, [FromKeyedServices(WorldClock.Key)] IClock clock)
    : IRequestHandler<CreateFirstApiKeyCommand, IssuedApiKey?>
{
    public async Task<IssuedApiKey?> Handle(CreateFirstApiKeyCommand request, CancellationToken cancellationToken)
    {
        if (await keys.HasAnyAsync(cancellationToken))
            return null;

        var secret = ApiKeySecret.New();
        var key = ApiKey.Issue(
            new("Administrator", KeyKind.Staff, [Scope.Admin], CustomerReach.All, ExpiresAt: null), secret, clock.GetCurrentInstant());

        await keys.AddAsync(key, cancellationToken);
        return new(key, secret);
    }
}
