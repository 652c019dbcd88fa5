using MediatR;
using MisterAssist.Api.Sandbox;
using MisterAssist.Api.Telemetry;
using MisterAssist.Application.ApiKeys;
using MisterAssist.Application.Sandbox;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Plans;

namespace MisterAssist.Api;

internal static class Startup
{
    /// <summary>Sees that the database has the present schema, sets the clock of a sandbox by it, and publishes the plans that the company was founded with.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        await app.Services.GetRequiredService<IDatabase>().PrepareAsync(CancellationToken.None);
        if (app.Environment.IsSandbox())
            await app.SendAsync(new ReadSandboxClockQuery());
        await app.SendAsync(new PublishFoundingPlansCommand());
    }

    /// <summary>Where somebody develops and there is no key yet, makes an administrator's and says it on the console, this once.</summary>
    public static async Task MakeFirstKeyAsync(this WebApplication app)
    {
        if (app.Environment.IsDevelopment() && await app.SendAsync(new CreateFirstApiKeyCommand()) is { } issued)
            Console.WriteLine($"Administrator key (shown once): {issued.Secret.Reveal()}");
    }

    /// <summary>In one line, why it could not start, where whoever runs it can do something about it; null for a fault of ours.</summary>
    public static string? ReasonOf(Exception failure) => failure switch
    {
        StoreException { InnerException: { } inner } => $"the database does not answer as it should: {inner.Message.ReplaceLineEndings(" ")}",
        DirectoryNotFoundException => $"there is no folder {failure.Message}",
        SettingsException or IOException or UnauthorizedAccessException or FormatException =>
            failure.Message.ReplaceLineEndings(" "),
        _ => null,
    };

    private static async Task<TResult> SendAsync<TResult>(this WebApplication app, IRequest<TResult> request)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Says on the console where it listens; to people also where its documentation is, and how to make the first call.</summary>
    public static void AnnounceItself(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var address = app.Urls.First();
        if (Logs.AreJson(app.Configuration, app.Environment))
        {
            app.Logger.LogInformation("MisterAssist listens on {Address}", address);
            return;
        }

        Console.WriteLine($$"""

            MisterAssist listens on {{address}}
            Its documentation is at {{address}}/swagger

            A first question: a report comes in on Friday evening under the Silver plan; when is an answer owed, and why then?

              curl -s {{address}}/v1/sla/deadlines -H 'Content-Type: application/json' \
                -d '{ "plan": "silver", "promise": "response", "startAt": "2026-11-20T19:30:00+01:00" }'

            Ctrl+C stops it.

            """);
    });
}
