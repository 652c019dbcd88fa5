using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Closures;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Sla.Closures;
using MisterAssist.Infrastructure.Sla.Plans;
using NodaTime;

namespace MisterAssist.Infrastructure;

public static class InfrastructureServices
{
    /// <summary>Registers the stores on the database of the settings, and the system's clock unless another is there.</summary>
    /// <param name="services">What is registered to.</param>
    /// <param name="configuration">Has <c>Database:ConnectionString</c>.</param>
    /// <param name="root">The folder against which the path of a database file is resolved.</param>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The composition root: nobody else may name the system's clock.")]
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration, string root)
    {
        services.TryAddSingleton<IClock>(new MicrosecondClock(SystemClock.Instance));
        services.AddSingleton(DbSettings.From(configuration, root));
        services.AddSingleton<IDatabase, SqliteDatabase>();
        services.AddScoped<DbSession>();
        services.AddScoped<ITransactions>(provider => provider.GetRequiredService<DbSession>());

        services.AddScoped<IPlanReader, SqlPlanReader>();
        services.AddScoped<IPlanStore, SqlPlanStore>();
        services.AddScoped<IClosureReader, SqlClosureReader>();
        services.AddScoped<IClosureStore, SqlClosureStore>();
        return services;
    }
}
