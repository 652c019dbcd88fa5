using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using MisterAssist.Api.Http;

namespace MisterAssist.Api.Telemetry;

/// <summary>Names the framework's span of a request after its operation, and says how it was answered; addresses and programs as they came are left out.</summary>
internal sealed class RequestSpans(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span)
        {
            await next(context);
            return;
        }

        span.SetTag("url.path", null).SetTag("user_agent.original", null);
        await next(context);
        var (route, status) = (ToldAddress.RouteOf(context), context.Response.StatusCode);
        span.DisplayName = $"{span.GetTagItem("http.request.method")} {route}".TrimEnd();
        span.SetTag("url.path", ToldAddress.Of(context)).SetTag("http.route", route).SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError)
            span.SetStatus(ActivityStatusCode.Error);
    }
}
