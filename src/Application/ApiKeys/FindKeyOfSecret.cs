using MediatR;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Application.ApiKeys;

/// <summary>Finds the API key that somebody holds who sends that text; null where it is nobody's secret.</summary>
/// <remarks>Asked for every request and of the store itself, so that what is revoked is revoked at once.</remarks>
public sealed record FindKeyOfSecretQuery(string Text) : IRequest<ApiKey?>
{
    /// <summary>Without the secret.</summary>
    public override string ToString() => nameof(FindKeyOfSecretQuery);
}

internal sealed class FindKeyOfSecretHandler(IApiKeyStore keys) : IRequestHandler<FindKeyOfSecretQuery, ApiKey?>
{
    public async Task<ApiKey?> Handle(FindKeyOfSecretQuery request, CancellationToken cancellationToken)
    {
        if (ApiKeySecret.Parse(request.Text)?.ToKept() is not { } sent)
            return null;

        var key = await keys.FindBySecretAsync(sent.Hash, cancellationToken);
        return key?.State.Secret.Matches(sent) == true ? key : null;
    }
}
