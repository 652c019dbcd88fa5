using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MisterAssist.Application.ApiKeys;
using MisterAssist.Application.Billing;
using MisterAssist.Application.Contracts;
using MisterAssist.Application.Customers;
using MisterAssist.Application.Customers.History;
using MisterAssist.Application.Events;
using MisterAssist.Application.Figures;
using MisterAssist.Application.Idempotency;
using MisterAssist.Application.Interventions;
using MisterAssist.Application.Interventions.Appointments;
using MisterAssist.Application.Interventions.Feedbacks;
using MisterAssist.Application.Invoices;
using MisterAssist.Application.Invoices.Exports;
using MisterAssist.Application.Parts;
using MisterAssist.Application.Prices;
using MisterAssist.Application.Quotes;
using MisterAssist.Application.Sandbox;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Closures;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Application.Technicians;
using MisterAssist.Application.Tickets;
using MisterAssist.Application.Tickets.Attachments;
using MisterAssist.Application.Tickets.Confirmations;
using MisterAssist.Application.Tickets.Messages;
using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.WorkReports;
using NodaTime;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>The use cases as the application registers them, with everything outside them in memory.</summary>
internal sealed class TestApplication : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="configure">What a test registers besides.</param>
    public TestApplication(Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection()
            .AddApplication()
            .AddSingleton<IClock>(Clock)
            .AddKeyedSingleton<IClock>(WorldClock.Key, World)
            .AddSingleton<IPlanStore>(Plans)
            .AddSingleton<IPlanReader>(Plans)
            .AddSingleton<IClosureStore>(Closures)
            .AddSingleton<IClosureReader>(Closures)
            .AddSingleton<IApiKeyStore>(ApiKeys)
            .AddSingleton<IApiKeyReader>(ApiKeys)
            .AddSingleton<IIdempotencyStore>(Answers)
            .AddSingleton<IEventReader>(Events)
            .AddSingleton<IEventLog>(Events)
            .AddSingleton<ICustomerStore>(Customers)
            .AddSingleton<ICustomerReader>(Customers)
            .AddSingleton<ISiteStore>(Customers)
            .AddSingleton<IContactStore>(Customers)
            .AddSingleton<IConsentStore>(Customers)
            .AddSingleton<IContractStore>(Contracts)
            .AddSingleton<IContractReader>(Contracts)
            .AddSingleton<IContractPlanChanges>(Contracts)
            .AddSingleton<ITechnicianStore>(Technicians)
            .AddSingleton<IPartStore>(Parts)
            .AddSingleton<IPriceListStore>(PriceLists)
            .AddSingleton<IPriceListReader>(PriceLists)
            .AddSingleton<ITicketStore>(Tickets)
            .AddSingleton<ITicketReader>(Tickets)
            .AddSingleton<IMessageStore>(Messages)
            .AddSingleton<IAttachmentStore>(Attachments)
            .AddSingleton<IQuoteStore>(Quotes)
            .AddSingleton<IQuoteReader>(Quotes)
            .AddSingleton<IInterventionStore>(Interventions)
            .AddSingleton<IConfirmationStore>(Confirmations)
            .AddSingleton<IChargeStore, BooksOfNothing>()
            .AddSingleton<IBillingRunStore, BooksOfNothing>()
            .AddSingleton<IInvoiceStore, BooksOfNothing>()
            .AddSingleton<IInvoiceReader, BooksOfNothing>()
            .AddSingleton<IIssuedInvoiceReader, BooksOfNothing>()
            .AddSingleton<IInvoiceSealer, BooksOfNothing>()
            .AddSingleton<IElectronicInvoices, BooksOfNothing>()
            .AddSingleton(new InvoiceSettings(new("MisterAssist", [], null, null, null, null), new(PaymentTerms.UsualDays, null)))
            .AddSingleton<ICalendarReader, OverviewsOfNothing>()
            .AddSingleton<IFigureReader, OverviewsOfNothing>()
            .AddSingleton<IMoneyFigureReader, OverviewsOfNothing>()
            .AddSingleton<IHistoryReader, OverviewsOfNothing>()
            .AddSingleton<IFeedbackStore, OverviewsOfNothing>()
            .AddSingleton<IWorkReportStore>(WorkReports)
            .AddSingleton<IReportSealer>(WorkReports)
            .AddSingleton<IPictures>(WorkReports)
            .AddSingleton(ReportContentSamples.Company)
            .AddSingleton(TicketSettings.Default)
            .AddSingleton<ICaller>(Caller)
            .AddSingleton<ISandboxClock>(Sandbox)
            .AddSingleton(Journal)
            .AddSingleton<ITransactions, JournaledTransactions>()
            .AddLogging(log => log.SetMinimumLevel(LogLevel.Trace).Services.AddSingleton<ILoggerProvider, JournaledLog>());
        configure?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public FakeClock Clock { get; } = new(Moments.Utc("2026-11-20T18:30:00Z"));

    /// <summary>The clock that a sandbox does not move.</summary>
    public FakeClock World { get; } = new(Moments.Utc("2026-11-20T18:30:00Z"));

    public PlansInMemory Plans { get; } = new();

    public ClosuresInMemory Closures { get; } = new();

    public ApiKeysInMemory ApiKeys { get; } = new();

    public CustomersInMemory Customers { get; } = new();

    public ContractsInMemory Contracts { get; } = new();

    public TechniciansInMemory Technicians { get; } = new();

    public PartsInMemory Parts { get; } = new();

    public PriceListsInMemory PriceLists { get; } = new();

    public TicketsInMemory Tickets { get; } = new();

    public MessagesInMemory Messages { get; } = new();

    public AttachmentsInMemory Attachments { get; } = new();

    public QuotesInMemory Quotes { get; } = new();

    public InterventionsInMemory Interventions { get; } = new();

    public ConfirmationsInMemory Confirmations { get; } = new();

    public WorkReportsInMemory WorkReports { get; } = new();

    public AnswersInMemory Answers { get; } = new();

    public EventsInMemory Events { get; } = new();

    public TestCaller Caller { get; } = new();

    public SandboxInMemory Sandbox { get; } = new();

    public Journal Journal { get; } = new();

    public IServiceProvider Services => _services;

    /// <summary>With the four plans that the company was founded with.</summary>
    public static TestApplication WithFoundingPlans()
    {
        var application = new TestApplication();
        application.Plans.Have(FoundingPlans.PublishedAt(application.Clock.Now));
        return application;
    }

    public async Task<TResponse> SendAsync<TResponse>(IRequest<TResponse> request)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
