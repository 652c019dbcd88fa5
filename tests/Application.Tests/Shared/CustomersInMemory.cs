using MisterAssist.Application.Customers;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>What was found is what is kept, so saving only has to be noted.</summary>
internal sealed class CustomersInMemory : ICustomerStore, ICustomerReader, ISiteStore, IContactStore, IConsentStore
{
    private readonly List<Customer> _customers = [];
    private readonly List<Site> _sites = [];
    private readonly List<Contact> _contacts = [];
    private readonly List<Consent> _consents = [];

    /// <summary>How often something was saved.</summary>
    public int Saves { get; private set; }

    public void Have(params IEnumerable<Customer> customers) => _customers.AddRange(customers);

    public Task<Customer?> FindAsync(CustomerId id, CustomerReach reach, CancellationToken ct) =>
        Task.FromResult(_customers.Find(c => c.Id == id && reach.Covers(id)));

    public Task<Page<Customer>> ListAsync(CustomerFilter filter, CustomerReach reach, int limit, CustomerId? after, CancellationToken ct) =>
        PageOf(_customers.Where(c => reach.Covers(c.Id) && (filter.Kind is null || c.Details.Kind == filter.Kind)), limit);

    public Task AddAsync(Customer customer, CancellationToken ct) => Added(_customers, customer);

    public Task SaveAsync(Customer customer, CancellationToken ct) => Saved();

    public Task<bool> ExistsAsync(CustomerId id, CustomerReach reach, CancellationToken ct) =>
        Task.FromResult(_customers.Exists(c => c.Id == id && reach.Covers(id)));

    public Task<bool> SiteExistsAsync(CustomerId customer, SiteId site, CancellationToken ct) =>
        Task.FromResult(_sites.Exists(s => s.Customer == customer && s.Id == site && s.RemovedAt is null));

    public Task<bool> ContactExistsAsync(CustomerId customer, ContactId contact, CancellationToken ct) =>
        Task.FromResult(_contacts.Exists(c => c.Customer == customer && c.Id == contact && c.RemovedAt is null));

    public Task<Site?> FindAsync(CustomerId customer, SiteId id, CustomerReach reach, CancellationToken ct) =>
        Task.FromResult(_sites.Find(s => s.Customer == customer && s.Id == id && s.RemovedAt is null && reach.Covers(customer)));

    public Task<Page<Site>> ListAsync(CustomerId customer, CustomerReach reach, int limit, SiteId? after, CancellationToken ct) =>
        PageOf(_sites.Where(s => s.Customer == customer && s.RemovedAt is null && reach.Covers(customer)), limit);

    public Task AddAsync(Site site, CancellationToken ct) => Added(_sites, site);

    public Task SaveAsync(Site site, CancellationToken ct) => Saved();

    public Task<bool> HasContactsAsync(SiteId id, CancellationToken ct) =>
        Task.FromResult(_contacts.Exists(c => c.Details.Site == id && c.RemovedAt is null));

    public Task<Contact?> FindAsync(CustomerId customer, ContactId id, CustomerReach reach, CancellationToken ct) =>
        Task.FromResult(_contacts.Find(c => c.Customer == customer && c.Id == id && c.RemovedAt is null && reach.Covers(customer)));

    public Task<Page<Contact>> ListAsync(CustomerId customer, CustomerReach reach, int limit, ContactId? after, CancellationToken ct) =>
        PageOf(_contacts.Where(c => c.Customer == customer && c.RemovedAt is null && reach.Covers(customer)), limit);

    public Task AddAsync(Contact contact, CancellationToken ct) => Added(_contacts, contact);

    public Task SaveAsync(Contact contact, CancellationToken ct) => Saved();

    public Task<Consent?> FindAsync(CustomerId customer, ConsentId id, CustomerReach reach, CancellationToken ct) =>
        Task.FromResult(_consents.Find(c => c.Customer == customer && c.Id == id && reach.Covers(customer)));

    public Task<Page<Consent>> ListAsync(CustomerId customer, CustomerReach reach, int limit, ConsentId? after, CancellationToken ct) =>
        PageOf(_consents.Where(c => c.Customer == customer && reach.Covers(customer)), limit);

    public Task AddAsync(Consent consent, CancellationToken ct) => Added(_consents, consent);

    public Task SaveAsync(Consent consent, CancellationToken ct) => Saved();

    private static Task<Page<T>> PageOf<T>(IEnumerable<T> found, int limit) => Task.FromResult(Page.FromOneMore([.. found], limit));

    private static Task Added<T>(List<T> all, T one)
    {
        all.Add(one);
        return Task.CompletedTask;
    }

    private Task Saved()
    {
        Saves++;
        return Task.CompletedTask;
    }
}
