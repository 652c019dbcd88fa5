namespace MisterAssist.Domain.ApiKeys;

/// <summary>What an API key may do. On the wire <c>tickets:read</c>, <c>tickets:write</c> and so on.</summary>
public enum Scope
{
    /// <summary>Read tickets with their promises, messages, attachments and timeline.</summary>
    TicketsRead,

    /// <summary>Report, and act on tickets as far as the kind of the key allows.</summary>
    TicketsWrite,

    /// <summary>Read customers with their sites, contacts and consents.</summary>
    CustomersRead,

    /// <summary>Create and change customers.</summary>
    CustomersWrite,

    /// <summary>Read contracts.</summary>
    ContractsRead,

    /// <summary>Conclude, renew, change and end contracts.</summary>
    ContractsWrite,

    /// <summary>Read interventions with their guarantees and parts, quotes, work reports and histories.</summary>
    WorkRead,

    /// <summary>Plan and do interventions, as far as the kind of the key allows; for customers: approve parts, answer quotes, acknowledge reports, contest, rate.</summary>
    WorkWrite,

    /// <summary>Read invoices, credit notes and statements.</summary>
    InvoicesRead,

    /// <summary>Run the billing of a month; issue and credit invoices, record payments and deliveries.</summary>
    InvoicesWrite,

    /// <summary>Publish price lists, keep the catalogue of parts.</summary>
    PricesWrite,

    /// <summary>Publish plan versions; announce and withdraw closures.</summary>
    PlansWrite,

    /// <summary>Read the event log.</summary>
    EventsRead,

    /// <summary>See the dispatch queue.</summary>
    Dispatch,

    /// <summary>Everything, API keys included.</summary>
    Admin,
}
