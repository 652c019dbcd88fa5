using MediatR;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Application.ApiKeys;

/// <summary>Gets an API key, in whatever state it is.</summary>
public sealed record GetApiKeyQuery(ApiKeyId Id) : IRequest<ApiKey>;

internal sealed class GetApiKeyHandler(IApiKeyStore keys) : IRequestHandler<GetApiKeyQuery, ApiKey>
{
    public async Task<ApiKey> Handle(GetApiKeyQuery request, CancellationToken cancellationToken) =>
        await keys.FindAsync(request.Id, cancellationToken) ?? throw ApiKeyErrors.NotFound();
}
