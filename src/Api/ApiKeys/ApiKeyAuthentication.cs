using System.Text.Encodings.Web;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using MisterAssist.Api.Errors;
using MisterAssist.Application.ApiKeys;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using NodaTime;

namespace MisterAssist.Api.ApiKeys;

/// <summary>Lets in who sends the secret of a key in <c>X-Api-Key</c>, and says to others why not.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder,
    IMediator mediator, [FromKeyedServices(WorldClock.Key)] IClock clock, ApiKeyUses uses)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Header = "X-Api-Key";

    public new const string Scheme = "ApiKey";

    private const string None = "unauthenticated";
    private const string Invalid = "invalid_api_key";
    private const string Expired = "api_key_expired";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Health answers whoever asks, and whether or not there is a store to look a key up in.
        if (!Request.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase) || Request.Headers[Header] is not { Count: > 0 } sent)
            return AuthenticateResult.NoResult();

        var key = await mediator.Send(new FindKeyOfSecretQuery(sent.ToString()), Context.RequestAborted);
        var now = clock.GetCurrentInstant();
        switch (key?.StatusAt(now))
        {
            case KeyStatus.Active:
                uses.Note(key, now);
                return AuthenticateResult.Success(new(new(new ApiKeyIdentity(key)), Scheme));
            case KeyStatus.Expired:
                return AuthenticateResult.Fail(Expired);
            default:
                return AuthenticateResult.Fail(Invalid);
        }
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var code = (await HandleAuthenticateOnceSafeAsync()).Failure?.Message ?? None;
        Response.Headers.WWWAuthenticate = $"{Scheme} realm=\"MisterAssist\"";
        await Problems.WriteAsync(Context, StatusCodes.Status401Unauthorized, code, code switch
        {
            None => $"This needs an API key: send it in the header {Header}.",
            Expired => "The time of this API key is over: use the one that replaced it, or ask an administrator for another.",
            _ => "This is no API key that works: it may be incomplete, unknown or revoked.",
        });
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var refusal = ApiKeyErrors.MissingScope(Context.GetEndpoint()!.Metadata.GetRequiredMetadata<RequiredScope>().Scope);
        return Problems.WriteAsync(Context, StatusCodes.Status403Forbidden, refusal.Code, refusal.Message, refusal: refusal);
    }
}
