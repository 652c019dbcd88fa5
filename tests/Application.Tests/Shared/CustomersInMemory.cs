using MisterAssist.Application.Customers;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>Customers with what belongs to them; what was given is what is kept. Searching by fields is a matter of SQL.</summary>
internal sealed class CustomersInMemory : ICustomerStore, ICustomerReader, ISiteStore, IContactStore, IConsentStore
{
    private readonly HashSet<CustomerId> _known = [];
    private readonly Dictionary<CustomerId, Customer> _customers = [];
    private readonly Dictionary<SiteId, Site> _sites = [];
    private readonly Dictionary<ContactId, Contact> _contacts = [];
    private readonly Dictionary<ConsentId, Consent> _consents = [];

    /// <summary>Customers of whom nothing matters but that they are there.</summary>
    public void Have(params IEnumerable<CustomerId> customers) => _known.UnionWith(customers);

    public void Have(Site site) => _sites[site.Id] = site;

    public void Have(Contact contact) => _contacts[contact.Id] = contact;

    public Task<bool> ExistsAsync(CustomerId id, CustomerReach reach, CancellationToken ct) =>
        Task.FromResult(reach.Covers(id) && (_known.Contains(id) || _customers.ContainsKey(id)));

    public Task<IReadOnlyList<Customer>> FindAllAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Customer>>([.. ids.Where(_customers.ContainsKey).Select(id => _customers[id])]);

    public Task<bool> SiteExistsAsync(CustomerId customer, SiteId site, CancellationToken ct) =>
        Task.FromResult(_sites.TryGetValue(site, out var found) && found.Customer == customer && found.RemovedAt is null);

    public Task<bool> ContactExistsAsync(CustomerId customer, ContactId contact, CancellationToken ct) =>
        Task.FromResult(_contacts.TryGetValue(contact, out var found) && found.Customer == customer && found.RemovedAt is null);

    public Task<Customer?> FindAsync(CustomerId id, CustomerReach reach, CancellationToken ct) =>
        Task.FromResult(reach.Covers(id) ? _customers.GetValueOrDefault(id) : null);

    public Task<Page<Customer>> ListAsync(CustomerFilter filter, CustomerReach reach, int limit, CustomerId? after, CancellationToken ct) =>
        PageOf(_customers.Values.Where(customer => reach.Covers(customer.Id)), customer => customer.Id.ToString(), after?.ToString(), limit);

    public Task AddAsync(Customer customer, CancellationToken ct) => SaveAsync(customer, ct);

    public Task SaveAsync(Customer customer, CancellationToken ct) => Keep(_customers, customer.Id, customer);

    public Task<Site?> FindAsync(CustomerId customer, SiteId id, CustomerReach reach, CancellationToken ct) =>
        Task.FromResult(reach.Covers(customer) && _sites.TryGetValue(id, out var site) && site.Customer == customer ? site : null);

    public Task<Page<Site>> ListAsync(CustomerId customer, int limit, SiteId? after, CancellationToken ct) => PageOf(
        _sites.Values.Where(site => site.Customer == customer && site.RemovedAt is null),
        site => site.Id.ToString(), after?.ToString(), limit);

    public Task AddAsync(Site site, CancellationToken ct) => SaveAsync(site, ct);

    public Task SaveAsync(Site site, CancellationToken ct) => Keep(_sites, site.Id, site);

    public Task<bool> HasContactsAsync(SiteId id, CancellationToken ct) =>
        Task.FromResult(_contacts.Values.Any(contact => contact.Details.Site == id && contact.RemovedAt is null));

    public Task<Contact?> FindAsync(CustomerId customer, ContactId id, CustomerReach reach, CancellationToken ct) =>
        Task.FromResult(reach.Covers(customer) && _contacts.TryGetValue(id, out var contact) && contact.Customer == customer ? contact : null);

    public Task<Page<Contact>> ListAsync(CustomerId customer, int limit, ContactId? after, CancellationToken ct) => PageOf(
        _contacts.Values.Where(contact => contact.Customer == customer && contact.RemovedAt is null),
        contact => contact.Id.ToString(), after?.ToString(), limit);

    public Task AddAsync(Contact contact, CancellationToken ct) => SaveAsync(contact, ct);

    public Task SaveAsync(Contact contact, CancellationToken ct) => Keep(_contacts, contact.Id, contact);

    public Task<Consent?> FindAsync(CustomerId customer, ConsentId id, CustomerReach reach, CancellationToken ct) =>
        Task.FromResult(reach.Covers(customer) && _consents.TryGetValue(id, out var consent) && consent.Customer == customer ? consent : null);

    public Task<Page<Consent>> ListAsync(CustomerId customer, int limit, ConsentId? after, CancellationToken ct) => PageOf(
        _consents.Values.Where(consent => consent.Customer == customer),
        consent => consent.Id.ToString(), after?.ToString(), limit);

    public Task AddAsync(Consent consent, CancellationToken ct) => SaveAsync(consent, ct);

    public Task SaveAsync(Consent consent, CancellationToken ct) => Keep(_consents, consent.Id, consent);

    private static Task Keep<TId, T>(Dictionary<TId, T> all, TId id, T kept)
        where TId : notnull
    {
        all[id] = kept;
        return Task.CompletedTask;
    }

    private static Task<Page<T>> PageOf<T>(IEnumerable<T> all, Func<T, string> idOf, string? after, int limit) =>
        Task.FromResult(Page.FromOneMore(
            [.. all.Where(item => string.CompareOrdinal(idOf(item), after) > 0).OrderBy(idOf, StringComparer.Ordinal)], limit));
}
