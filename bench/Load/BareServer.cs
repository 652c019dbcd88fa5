using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MisterAssist.Infrastructure.ApiKeys;
using NodaTime;

namespace MisterAssist.Benchmarks.Load;

/// <summary>What a report sends, for the server beside.</summary>
internal sealed record BareReport(string CustomerId, string Subject, string Description, string Urgency, string Channel);

/// <summary>
/// Minimal endpoints that run the statements of the product, one after the other, and nothing else: no rules, no promises worked out, no
/// checks of the request, no headers. What is written is a copy of a ticket that the product made, with ids and instants of its own.
/// </summary>
internal static class BareServer
{
    public static async Task RunAsync(string database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var store = await LocalStore.OpenAsync(database);
        builder.Services.AddSingleton(store.Get<IClock>());
        builder.Services.AddSingleton(await BareTickets.LoadAsync(database, store.Get<IClock>()));
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/v1/tickets", OpenAsync);
        app.MapGet("/v1/tickets/{id}", GetAsync);
        await app.StartAsync();
        Console.WriteLine($"The bare server listens on {app.Urls.First()}");
        await ((IHost)app).WaitForShutdownAsync();
    }

    private static async Task<IResult> OpenAsync(HttpContext http, BareReport report, BareTickets tickets)
    {
        await using var connection = await tickets.OpenAsync();
        if (!await IsKnownAsync(http, connection))
            return Results.Unauthorized();

        var written = await tickets.AddAsync(connection, report);
        return Results.Created($"/v1/tickets/{written.Ticket.Id}", written);
    }

    private static async Task<IResult> GetAsync(HttpContext http, string id, BareTickets tickets)
    {
        await using var connection = await tickets.OpenAsync();
        if (!await IsKnownAsync(http, connection))
            return Results.Unauthorized();

        return await BareTickets.FindAsync(connection, id) is { } found ? Results.Ok(found) : Results.NotFound();
    }

    private static async Task<bool> IsKnownAsync(HttpContext http, Microsoft.Data.Sqlite.SqliteConnection connection)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(http.Request.Headers["X-Api-Key"].ToString())));
        return (await connection.QueryAsync<ApiKeyRow>(SqlApiKeyStore.FindBySecret, new { Hash = hash })).Any();
    }
}
