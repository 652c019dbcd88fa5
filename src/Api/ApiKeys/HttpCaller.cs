using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.ApiKeys;

/// <summary>Who asks over HTTP; outside of a request, MisterAssist itself.</summary>
internal sealed class HttpCaller(IHttpContextAccessor http) : ICaller
{
    public Actor Actor => http.HttpContext is { } context ? KeyIn(context).Actor : Actor.System;

    public CustomerReach Reach => http.HttpContext is { } context ? KeyIn(context).State.Reach : CustomerReach.All;

    private static ApiKey KeyIn(HttpContext context) =>
        ApiKeyIdentity.KeyOf(context.User) ?? throw new InvalidOperationException("An operation that needs no key cannot ask who calls it.");
}
