namespace MisterAssist.Api.Telemetry;

internal static class TelemetryServices
{
    /// <summary>Registers what sends spans and measurements, where it is said where to.</summary>
    /// <exception cref="Application.Shared.SettingsException">A setting cannot be read.</exception>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = TelemetrySettings.From(configuration);
        if (settings.Endpoint is null)
            return;

        // The framework then writes down what is asked, in OpenTelemetry's words; RequestSpans adds what it leaves out, and takes away what is nobody's business.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        services.AddSingleton(settings);
        services.AddSingleton<BacklogGauges>();
        services.AddHostedService<TelemetryExport>();
    }
}
