using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Application.ApiKeys;

/// <summary>Lists the API keys, the newest first, those included that do not work any more.</summary>
public sealed record ListApiKeysQuery(int Limit, ApiKeyId? Before = null) : IRequest<Page<ApiKey>>;

internal sealed class ListApiKeysHandler(IApiKeyReader keys) : IRequestHandler<ListApiKeysQuery, Page<ApiKey>>
{
    public Task<Page<ApiKey>> Handle(ListApiKeysQuery request, CancellationToken cancellationToken) =>
        keys.ListAsync(request.Limit, request.Before, cancellationToken);
}
