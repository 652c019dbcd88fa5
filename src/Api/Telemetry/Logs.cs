using System.Diagnostics;
using Microsoft.Extensions.Logging.Console;
using MisterAssist.Application.Shared;

namespace MisterAssist.Api.Telemetry;

/// <summary>What the log looks like, and what never gets into it.</summary>
internal static class Logs
{
    /// <summary>Where the framework's spans of requests come from.</summary>
    public const string RequestSource = "Microsoft.AspNetCore";

    private const string Json = "json";
    private const string Simple = "simple";

    /// <summary>Has each request carry a trace id, its caller's where one was sent, also where no spans are collected.</summary>
    private static readonly ActivityListener Traces = new()
    {
        ShouldListenTo = source => source.Name == RequestSource,
        Sample = (ref _) => ActivitySamplingResult.PropagationData,
    };

    static Logs() => ActivitySource.AddActivityListener(Traces);

    /// <summary>Whether the log is made for programs: <c>Logging:Format</c>, or else everywhere but where somebody develops.</summary>
    /// <exception cref="SettingsException">It cannot be read.</exception>
    public static bool AreJson(IConfiguration configuration, IHostEnvironment environment) =>
        (configuration["Logging:Format"] ?? (environment.IsDevelopment() ? Simple : Json)) switch
        {
            Json => true,
            Simple => false,
            _ => throw new SettingsException("Logging:Format must be json or simple."),
        };

    /// <summary>One object or one text per entry on the console, with the request's id and its trace's.</summary>
    public static void UseLogs(this WebApplicationBuilder builder)
    {
        if (AreJson(builder.Configuration, builder.Environment))
        {
            builder.Logging.AddJsonConsole(json =>
            {
                json.IncludeScopes = true;
                json.UseUtcTimestamp = true;
                json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        }
        else
        {
            builder.Logging.AddSimpleConsole();
        }

        builder.Services.PostConfigure<LoggerFilterOptions>(KeepOutAddresses);
    }

    /// <summary>What a command prints is its answer and nothing else; what a server refuses when its database is made is told where errors go.</summary>
    public static void UseLogsOfACommand(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter<ConsoleLoggerProvider>(null, LogLevel.None).AddFilter<ConsoleLoggerProvider>(typeof(IDatabase).FullName, LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    /// <summary>
    /// The framework quotes addresses with their query, headers and what it could not read: in what it says below the level Warning, and in the scope in
    /// which it handles a request. Whatever the settings say, none of that is logged.
    /// </summary>
    private static void KeepOutAddresses(LoggerFilterOptions options)
    {
        string?[] providers = [.. options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct()];
        foreach (var rule in options.Rules.Where(rule => IsTooOpen(rule)).ToList())
            options.Rules.Remove(rule);
        foreach (var provider in providers)
        {
            options.Rules.Add(new(provider, "Microsoft.AspNetCore", LogLevel.Warning, null));
            options.Rules.Add(new(provider, "Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None, null));
        }
    }

    private static bool IsTooOpen(LoggerFilterRule rule) =>
        rule.CategoryName?.StartsWith("Microsoft.AspNetCore", StringComparison.OrdinalIgnoreCase) == true
        && rule.LogLevel is null or < LogLevel.Warning;
}
