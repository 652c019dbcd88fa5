using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MisterAssist.Application.Databases;
using MisterAssist.Application.Documents;
using MisterAssist.Application.Invoices;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets.Attachments;
using MisterAssist.Application.WorkReports;
using MisterAssist.Infrastructure.Databases;
using MisterAssist.Infrastructure.Documents;
using MisterAssist.Infrastructure.Invoices;
using MisterAssist.Infrastructure.Invoices.FatturaPa;
using MisterAssist.Infrastructure.Sandbox;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Tickets.Attachments;
using MisterAssist.Infrastructure.WorkReports;
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
        services.TryAddKeyedSingleton<IClock>(WorldClock.Key, new MicrosecondClock(SystemClock.Instance));
        services.AddSingleton(provider => new SandboxClock(provider.GetRequiredKeyedService<IClock>(WorldClock.Key)));
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<IClock>(WorldClock.Key));
        var settings = DbSettings.From(configuration, root);
        services.AddSingleton(settings);
        services.AddSingleton(DbEngines.Of(settings));
        services.AddSingleton<IDatabase, MigratedDatabase>();
        services.AddSingleton<IDatabaseCopies>(provider => new DatabaseCopies(
            settings, root, provider.GetRequiredService<IClock>(), provider.GetRequiredService<ILoggerFactory>()));
        services.AddScoped<DbSession>();
        services.AddScoped<ITransactions>(provider => provider.GetRequiredService<DbSession>());

        services.AddSingleton<WriteTurns>();
        services.AddSingleton<Attempts>();
        services.AddSingleton(AttachmentSettings.From(configuration, root));
        services.AddSingleton<IAttachmentFiles, AttachmentFiles>();
        services.AddSingleton<IReportSealer, ReportSealer>();
        services.AddSingleton<IInvoiceSealer, InvoiceSealer>();
        services.AddSingleton(DocumentFonts.From(configuration, root));
        services.AddSingleton<IDocumentWriter, DocumentWriter>();
        services.AddSingleton<IElectronicInvoices>(new ElectronicInvoices(configuration));
        services.AddSingleton<IPictures, PngPictures>();
        foreach (var gateway in Assembly.GetExecutingAssembly().GetTypes().Where(IsGateway))
        {
            foreach (var port in gateway.GetInterfaces())
                services.AddScoped(port, gateway);
        }

        return services;
    }

    /// <summary>Lets the application go by the clock of the sandbox, which can be moved forward, instead of the world's.</summary>
    public static IServiceCollection UseSandboxClock(this IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton<IClock>(provider => provider.GetRequiredService<SandboxClock>()));

    /// <summary>Stores and readers: what is named after SQL and needs a session.</summary>
    private static bool IsGateway(Type type) =>
        type.IsClass
        && type.Name.StartsWith("Sql", StringComparison.Ordinal)
        && type.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(DbSession)));
}
