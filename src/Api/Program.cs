using MisterAssist.Api;
using MisterAssist.Application;
using MisterAssist.Infrastructure;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.Services
        .AddApplication()
        .AddInfrastructure(builder.Configuration, builder.Environment.ContentRootPath)
        .AddApi(builder.Configuration);
    builder.WebHost.UseApiLimits();

    var app = builder.Build();
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
