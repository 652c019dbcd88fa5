using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.HttpOverrides;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Billing;
using MisterAssist.Api.Contracts;
using MisterAssist.Api.Customers;
using MisterAssist.Api.Customers.History;
using MisterAssist.Api.Errors;
using MisterAssist.Api.Events;
using MisterAssist.Api.Figures;
using MisterAssist.Api.Health;
using MisterAssist.Api.Http;
using MisterAssist.Api.Idempotency;
using MisterAssist.Api.Interventions;
using MisterAssist.Api.Interventions.Appointments;
using MisterAssist.Api.Interventions.Feedbacks;
using MisterAssist.Api.Interventions.Parts;
using MisterAssist.Api.Invoices;
using MisterAssist.Api.Invoices.Deliveries;
using MisterAssist.Api.Invoices.Exports;
using MisterAssist.Api.Json;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Parts;
using MisterAssist.Api.Prices;
using MisterAssist.Api.Quotes;
using MisterAssist.Api.Sandbox;
using MisterAssist.Api.Sla;
using MisterAssist.Api.Sla.Closures;
using MisterAssist.Api.Sla.Holidays;
using MisterAssist.Api.Sla.Plans;
using MisterAssist.Api.Technicians;
using MisterAssist.Api.Telemetry;
using MisterAssist.Api.Tickets;
using MisterAssist.Api.Tickets.Attachments;
using MisterAssist.Api.Tickets.Confirmations;
using MisterAssist.Api.Tickets.Messages;
using MisterAssist.Api.Tickets.Promises;
using MisterAssist.Api.WorkReports;

namespace MisterAssist.Api;

internal static class ApiServices
{
    /// <summary>The most that a body may have, in bytes.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    private static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(30);

    /// <exception cref="Application.Shared.SettingsException">A setting cannot be read.</exception>
    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = ApiSettings.From(configuration);
        services.AddSingleton(settings);
        // First, so that it stops last: the spans of what others end with are sent too.
        services.AddTelemetry(configuration);
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddExceptionHandler<ProblemHandler>();
        services.AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = TimeOut,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = WriteTimedOutAsync,
        });
        services.AddCors(options => options.AddDefaultPolicy(policy => policy
            .WithOrigins(settings.CorsOrigins)
            .AllowAnyMethod()
            .AllowAnyHeader()
            .WithExposedHeaders(
                "ETag", "Link", "Location", RateLimits.State, RateLimits.Policy, "Retry-After", RequestIds.Header,
                IdempotentRequests.Replayed)));
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            // Nobody is believed who is not named, not even a caller on this machine; with nobody named the framework would believe all.
            options.ForwardedHeaders = settings.KnownProxies.Length == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in settings.KnownProxies)
                options.KnownProxies.Add(proxy);
        });
        services.AddAccess();
        services.AddSingleton(IssuerSource.From(configuration));
        services.AddSingleton(TicketSettingsSource.From(configuration));
        services.AddSingleton(TicketSettingsSource.WatchFrom(configuration));
        services.AddSingleton<BrokenUploads>();
        services.AddHostedService(provider => provider.GetRequiredService<BrokenUploads>());
        services.AddSingleton<PromiseWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<PromiseWatch>());
        services.AddSingleton(BillingSettings.From(configuration));
        services.AddSingleton<BillingWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<BillingWorker>());
        services.AddSingleton(InvoiceSettingsSource.From(configuration));
        services.AddSingleton<RunningRequests>();
        services.AddHostedService<ExpiredAnswers>();
        services.AddApiDocument();
        return services;
    }

    public static void UseApiLimits(this IWebHostBuilder host) => host.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
    });

    /// <summary>What every request goes through, outermost first.</summary>
    public static void UseApi(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<RequestSpans>();
        app.UseMiddleware<RequestIds>();
        app.UseMiddleware<AccessLog>();
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseExceptionHandler(_ => { });
        app.UseMiddleware<HeadRequests>();
        app.UseStatusCodePages(context => Problems.WriteForStatusAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        app.UseApiDocument();
        app.UseRouting();
        app.UseCors();
        // Who asks, then how much they may ask, then what: attempts that fail count too.
        app.UseAuthentication();
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase),
            v1 => v1.UseMiddleware<RateLimits>().UseMiddleware<Negotiation>());
        app.UseAuthorization();
        app.UseRequestTimeouts();
        app.UseMiddleware<RequiredEnvironments>();
        app.UseMiddleware<ParameterCheck>();
        app.UseWhen(Intake.IsMeantBy, files => files.UseMiddleware<Intake>());
        app.Use((context, next) =>
        {
            // Kept in memory, as its size is limited: what could not be read is looked at again to tell every fault in it. A file is read once.
            if (!Intake.IsMeantBy(context) && (TakesBody(context) || IdempotentRequests.AreMeantBy(context)))
                context.Request.EnableBuffering(MaxBodyBytes);
            return next(context);
        });
        // With a handler of its own for what goes wrong within: a refusal is an answer like any other, and kept like one.
        app.UseWhen(IdempotentRequests.AreMeantBy, keyed => keyed.UseMiddleware<IdempotentRequests>().UseExceptionHandler(_ => { }));
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapHealth();
        var v1 = app.MapGroup("/v1").AddEndpointFilter<ConditionalRequests>().RequireAuthorization();
        v1.TakeIdempotencyKeys();
        v1.MapSla();
        v1.MapPlans();
        v1.MapHolidays();
        v1.MapClosures();
        v1.MapApiKeys();
        v1.MapCustomers();
        v1.MapHistory();
        v1.MapContracts();
        v1.MapEvents();
        v1.MapTechnicians();
        v1.MapPrices();
        v1.MapParts();
        v1.MapTickets();
        v1.MapDispatchQueue();
        v1.MapPromises();
        v1.MapTimeline();
        v1.MapConfirmations();
        v1.MapMessages();
        v1.MapAttachments();
        v1.MapInterventions();
        v1.MapInterventionMoves();
        v1.MapFittedParts();
        v1.MapFreeSlots();
        v1.MapCalendar();
        v1.MapFeedback();
        v1.MapWorkReports();
        v1.MapQuotes();
        v1.MapBilling();
        v1.MapInvoices();
        v1.MapDeliveries();
        v1.MapIssuedInvoices();
        v1.MapFigures();
        v1.MapMoneyFigures();
        v1.MapSandbox();
    }

    private static bool TakesBody(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not null;

    private static Task WriteTimedOutAsync(HttpContext context)
    {
        // The token is called back by now, and would call this answer back too.
        context.RequestAborted = CancellationToken.None;
        context.Response.Headers.RetryAfter = "5";
        return Problems.WriteAsync(
            context, StatusCodes.Status503ServiceUnavailable, "timed_out",
            $"No answer within {TimeOut.TotalSeconds} s. It may have been done: look first, or send it again with the same Idempotency-Key.");
    }
}
