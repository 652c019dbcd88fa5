using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Billing;
using MisterAssist.Application.Customers.History;
using MisterAssist.Application.Events;
using MisterAssist.Application.Interventions;
using MisterAssist.Application.Interventions.Appointments;
using MisterAssist.Application.Invoices;
using MisterAssist.Application.Invoices.Deliveries;
using MisterAssist.Application.Invoices.Exports;
using MisterAssist.Application.Quotes;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla;
using MisterAssist.Application.Tickets;
using MisterAssist.Application.WorkReports;

namespace MisterAssist.Application;

public static class ApplicationServices
{
    /// <summary>Registers the use cases with their validators, and the pipeline: logging, validation, transaction, handler.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddScoped<IMediator>(provider => new Mediator(provider.GetService));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LoggingBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionBehavior<,>));

        var assembly = typeof(ApplicationServices).Assembly;
        foreach (var handler in assembly.GetTypes().Where(type => !type.IsAbstract && !type.IsGenericTypeDefinition))
        {
            foreach (var contract in handler.GetInterfaces().Where(IsHandlerContract))
                services.AddScoped(contract, handler);
        }

        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(assembly, includeInternalTypes: true))
            services.AddSingleton(found.InterfaceType, found.ValidatorType);

        services.AddSingleton<WorkingClocks>();
        services.AddScoped<PlanCalendars>();
        services.AddScoped<ChangeLog>();
        services.AddSingleton<PublishedVersions>();
        services.AddScoped<TicketClocks>();
        services.AddScoped<IForgetful>(provider => provider.GetRequiredService<TicketClocks>());
        services.AddScoped<HandlingPlans>();
        services.AddScoped<TicketDesk>();
        services.AddScoped<TicketIntake>();
        services.AddScoped<ReportOwner>();
        services.AddScoped<TicketRounds>();
        services.AddScoped<PlanChanges>();
        services.AddScoped<InterventionDesk>();
        services.AddScoped<Jobs>();
        services.AddScoped<ToldEvents>();
        services.AddScoped<Aftermath>();
        services.AddScoped<PlannedWork>();
        services.AddScoped<HistoryDesk>();
        services.AddScoped<Roster>();
        services.AddScoped<WishedTimes>();
        services.AddScoped<SlotCoverage>();
        services.AddScoped<ReportPricing>();
        services.AddScoped<ReportParties>();
        services.AddScoped<ReportDrafts>();
        services.AddScoped<WorkReportDesk>();
        services.AddScoped<ReportSeal>();
        services.AddScoped<QuoteDesk>();
        services.AddBilling();
        return services;
    }

    private static void AddBilling(this IServiceCollection services)
    {
        services.AddScoped<Fees>();
        services.AddScoped<IForgetful>(provider => provider.GetRequiredService<Fees>());
        services.AddScoped<GivenBackFees>();
        services.AddScoped<Bills>();
        services.AddScoped<MonthlyInvoices>();
        services.AddScoped<InvoiceIssue>();
        services.AddScoped<InvoiceComposer>();
        services.AddScoped<InvoiceDrafts>();
        services.AddScoped<InvoiceDesk>();
        services.AddScoped<InvoiceFiles>();
        services.AddScoped<IssuedInvoices>();
    }

    private static bool IsHandlerContract(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>);
}
