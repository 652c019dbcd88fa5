using MisterAssist.Api;
using MisterAssist.Api.Sandbox;
using MisterAssist.Api.Telemetry;
using MisterAssist.Application;
using MisterAssist.Infrastructure;

try
{
    var isCommand = CommandLine.IsMeant(args);
    var builder = WebApplication.CreateBuilder(isCommand ? [] : args);
    builder.Services
        .AddApplication()
        .AddInfrastructure(builder.Configuration, builder.Environment.ContentRootPath)
        .AddApi(builder.Configuration);
    if (builder.Environment.IsSandbox())
        builder.Services.UseSandboxClock();
    builder.WebHost.UseApiLimits();
    builder.UseLogs();
    if (isCommand)
        builder.UseLogsOfACommand();

    var app = builder.Build();
    if (isCommand)
        return await CommandLine.RunAsync(app.Services, args);

    app.UseApi();
    app.MapApi();

    await app.PrepareDatabaseAsync();
    await app.MakeFirstKeyAsync();
    app.AnnounceItself();
    await app.RunAsync();
    return 0;
}
catch (Exception failure) when (Startup.ReasonOf(failure) is { } reason)
{
    await Console.Error.WriteLineAsync($"MisterAssist cannot start: {reason}");
    return 1;
}
