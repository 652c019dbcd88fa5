using MisterAssist.Application.Customers;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Customers;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Customers;

/// <summary>Customers, and what belongs to them, are kept whole and found only within reach.</summary>
public abstract class CustomerStoreContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Instant Later = CustomerSamples.CreatedAt + Duration.FromDays(1);
    private static readonly CustomerFilter Any = new(null, null, null, null);

    private int _count;

    private static IEnumerable<CustomerDetails> EachKind =>
    [
        CustomerSamples.Details(delivery: InvoiceDelivery.Create("ABC1234", null), askBeforeAnyPart: true),
        CustomerSamples.Details(vatNumber: null, taxCode: "01234567897", delivery: InvoiceDelivery.Create(null, "a@pec.example.it")),
        CustomerSamples.Details(PartyKind.Private, taxCode: ItalianNumbers.Sixteen("NNAGPP80A01F205"), email: null, phone: null),
        CustomerDetails.Create(
            PartyKind.Company, "Essai", VatNumber.Create("FRFR123", CountryCode.Create("FR", "c")), null,
            PostalAddress.Create("1 rue d'Essai", "75001", "Paris", null, CountryCode.Create("FR", "c"), "a"), InvoiceDelivery.None, null, null, false),
    ];

    [Test]
    public async Task Find_CustomerOfAnyKind_KeepsEveryField()
    {
        foreach (var customer in EachKind.Select(details => CustomerSamples.Customer(details)))
        {
            await AddAsync(customer);

            Assert.That(Spelled.Out(await FindAsync(customer.Id, CustomerReach.All)), Is.EqualTo(Spelled.Out(customer)));
        }
    }

    [Test]
    public async Task Find_WithAnAddressThatWouldNotBeTakenAnyMore_HasIt()
    {
        var kept = PostalAddress.FromState("Via di Prova 1", "2012", "Milano", null, "YU");
        var customer = CustomerSamples.Customer(CustomerSamples.Details(address: kept));

        await AddAsync(customer);

        Assert.That((await FindAsync(customer.Id, CustomerReach.All))!.Details.BillingAddress, Is.EqualTo(kept));
    }

    [Test]
    public async Task Find_OutOfReach_IsNull()
    {
        var (mine, other) = (await AddedAsync(), await AddedAsync());
        var reach = CustomerReach.Of([mine.Id]);

        Assert.That(await FindAsync(mine.Id, reach), Is.Not.Null);
        Assert.That(await FindAsync(other.Id, reach), Is.Null);
        Assert.That(await FindAsync(mine.Id, CustomerReach.Of([])), Is.Null);
        Assert.That(await ExistsAsync(mine.Id, reach), Is.True);
        Assert.That(await ExistsAsync(other.Id, reach), Is.False);
    }

    [Test]
    public async Task Save_Changed_KeepsWhatChanged()
    {
        var customer = await AddedAsync();
        foreach (var details in EachKind)
            customer.Change(details);

        // One version at a time, as use cases do.
        customer = Customer.FromState(customer.Id, customer.Details, customer.CreatedAt, 2);
        await SaveAsync(customer);

        Assert.That(Spelled.Out(await FindAsync(customer.Id, CustomerReach.All)), Is.EqualTo(Spelled.Out(customer)));
    }

    [Test]
    public async Task Save_LoadedTwice_IsRefusedTheSecondTime()
    {
        var customer = await AddedAsync();
        var (first, second) = (await FindAsync(customer.Id, CustomerReach.All), await FindAsync(customer.Id, CustomerReach.All));
        first!.Change(CustomerSamples.Details(name: "One"));
        second!.Change(CustomerSamples.Details(name: "Other"));

        await SaveAsync(first);

        var refusal = Assert.ThrowsAsync<BusinessException>(() => SaveAsync(second));
        Assert.That(refusal!.Code, Is.EqualTo("customer_changed_meanwhile"));
        Assert.That((await FindAsync(customer.Id, CustomerReach.All))!.Details.Name, Is.EqualTo("One"));
    }

    [Test]
    public async Task List_Filtered_HasThoseThatMatchEverything()
    {
        var bakery = await AddedAsync(CustomerSamples.Details(name: "Forno Città 100%"));
        var shop = await AddedAsync(CustomerSamples.Details(name: "Bottega città", vatNumber: "1234567890"));
        var person = await AddedAsync(CustomerSamples.Details(PartyKind.Private, "Ada Prova", taxCode: ItalianNumbers.Sixteen("NNAGPP80A01F205")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ListedAsync(Any), Is.EqualTo((CustomerId[])[bakery.Id, shop.Id, person.Id]));
            Assert.That(await ListedAsync(Any with { Kind = PartyKind.Private }), Is.EqualTo((CustomerId[])[person.Id]));
            Assert.That(await ListedAsync(Any with { Name = "CITTÀ" }), Is.EqualTo((CustomerId[])[bakery.Id, shop.Id]));
            Assert.That(await ListedAsync(Any with { Name = "citta" }), Is.EqualTo((CustomerId[])[bakery.Id, shop.Id]));
            Assert.That(await ListedAsync(Any with { Name = "fòrno" }), Is.EqualTo((CustomerId[])[bakery.Id]));
            Assert.That(await ListedAsync(Any with { Name = "0%" }), Is.EqualTo((CustomerId[])[bakery.Id]));
            Assert.That(await ListedAsync(Any with { Name = "_" }), Is.Empty);
            Assert.That(await ListedAsync(Any with { VatNumber = "01234567897" }), Is.EqualTo((CustomerId[])[bakery.Id]));
            Assert.That(await ListedAsync(Any with { TaxCode = person.Details.TaxCode!.Value }), Is.EqualTo((CustomerId[])[person.Id]));
            Assert.That(await ListedAsync(Any with { Name = "città", VatNumber = shop.Details.VatNumber!.Value }), Is.EqualTo((CustomerId[])[shop.Id]));
            Assert.That(await ListedAsync(Any, CustomerReach.Of([shop.Id, CustomerId.New(Later)])), Is.EqualTo((CustomerId[])[shop.Id]));
            Assert.That(await ListedAsync(Any, CustomerReach.Of([])), Is.Empty);
        }
    }

    [Test]
    public async Task List_ReadPageByPage_MeetsEachOnceInOrder([Values(1, 2, 5)] int limit)
    {
        var all = new List<CustomerId>();
        for (var i = 0; i < 5; i++)
            all.Add((await AddedAsync()).Id);

        var met = new List<CustomerId>();
        var page = await ListAsync(Any, CustomerReach.All, limit, null);
        met.AddRange(page.Items.Select(c => c.Id));
        while (page.HasMore)
        {
            page = await ListAsync(Any, CustomerReach.All, limit, met[^1]);
            met.AddRange(page.Items.Select(c => c.Id));
        }

        Assert.That(met, Is.EqualTo(all.OrderBy(id => CrockfordBase32.Encode(id.Value), StringComparer.Ordinal)));
    }

    [Test]
    public async Task Site_IsKeptWholeAndNotFoundOnceRemoved()
    {
        var customer = await AddedAsync();
        var site = Site.Open(customer.Id, new("Sede", CustomerSamples.Address(), Schedules.Zone("Pacific/Apia"), "Third floor"), Later);
        await Database.UseAsync<ISiteStore>(sites => sites.AddAsync(site, None));
        Assert.That(Spelled.Out(await FindSiteAsync(site, CustomerReach.All)), Is.EqualTo(Spelled.Out(site)));

        site.Change(site.Details with { Name = "Bottega", Notes = null });
        await Database.UseAsync<ISiteStore>(sites => sites.SaveAsync(site, None));
        Assert.That(Spelled.Out(await FindSiteAsync(site, CustomerReach.Of([customer.Id]))), Is.EqualTo(Spelled.Out(site)));
        Assert.That(await FindSiteAsync(site, CustomerReach.Of([])), Is.Null);
        Assert.That(await Database.UseAsync<ICustomerReader, bool>(c => c.SiteExistsAsync(customer.Id, site.Id, None)), Is.True);
        Assert.That(await Database.UseAsync<ICustomerReader, bool>(c => c.SiteExistsAsync(CustomerId.New(Later), site.Id, None)), Is.False);

        site.Remove(Later);
        await Database.UseAsync<ISiteStore>(sites => sites.SaveAsync(site, None));
        var listed = await Database.UseAsync<ISiteStore, Application.Shared.Page<Site>>(
            sites => sites.ListAsync(customer.Id, 10, null, None));
        Assert.That(await FindSiteAsync(site, CustomerReach.All), Is.Null);
        Assert.That(await Database.UseAsync<ICustomerReader, bool>(c => c.SiteExistsAsync(customer.Id, site.Id, None)), Is.False);
        Assert.That(listed.Items, Is.Empty);
    }

    [Test]
    public async Task Contact_IsKeptWholeAndKeepsItsSiteBusyUntilRemoved()
    {
        var customer = await AddedAsync();
        var site = Site.Open(customer.Id, new("Sede", CustomerSamples.Address(), Company.Zone, null), Later);
        await Database.UseAsync<ISiteStore>(sites => sites.AddAsync(site, None));
        var contact = Contact.Add(customer.Id, new("Ada Prova", "ada@example.it", "+39 02 1", "Titolare", site.Id), Later);
        await Database.UseAsync<IContactStore>(contacts => contacts.AddAsync(contact, None));

        Assert.That(Spelled.Out(await FindContactAsync(contact, CustomerReach.Of([customer.Id]))), Is.EqualTo(Spelled.Out(contact)));
        Assert.That(await FindContactAsync(contact, CustomerReach.Of([])), Is.Null);
        Assert.That(await HasContactsAsync(site), Is.True);
        Assert.That(await Database.UseAsync<ICustomerReader, bool>(c => c.ContactExistsAsync(customer.Id, contact.Id, None)), Is.True);

        contact.Remove(Later);
        await Database.UseAsync<IContactStore>(contacts => contacts.SaveAsync(contact, None));
        Assert.That(await FindContactAsync(contact, CustomerReach.All), Is.Null);
        Assert.That(await HasContactsAsync(site), Is.False);
        Assert.That(await Database.UseAsync<ICustomerReader, bool>(c => c.ContactExistsAsync(customer.Id, contact.Id, None)), Is.False);
    }

    [Test]
    public async Task Consent_IsKeptWithItsWithdrawalAndWithdrawnOnce()
    {
        var customer = await AddedAsync();
        var consent = Consent.Record(customer.Id, ConsentKind.PartnerAccess, "2026-01", null, Actor.System, Later);
        await Database.UseAsync<IConsentStore>(consents => consents.AddAsync(consent, None));
        var twin = await FindConsentAsync(consent, CustomerReach.All);
        Assert.That(Spelled.Out(twin), Is.EqualTo(Spelled.Out(consent)));

        consent.Withdraw(null, Actor.System, Later);
        await Database.UseAsync<IConsentStore>(consents => consents.SaveAsync(consent, None));
        twin!.Withdraw(null, Actor.System, Later);

        Assert.That(Spelled.Out(await FindConsentAsync(consent, CustomerReach.Of([customer.Id]))), Is.EqualTo(Spelled.Out(consent)));
        Assert.That(await FindConsentAsync(consent, CustomerReach.Of([])), Is.Null);
        var refusal = Assert.ThrowsAsync<BusinessException>(() => Database.UseAsync<IConsentStore>(consents => consents.SaveAsync(twin, None)));
        Assert.That(refusal!.Code, Is.EqualTo("consent_withdrawn"));
    }

    private async Task<Customer> AddedAsync(CustomerDetails? details = null)
    {
        _count++;
        var customer = CustomerSamples.Customer(details, CustomerSamples.CreatedAt + Duration.FromSeconds(_count));
        await AddAsync(customer);
        return customer;
    }

    private Task AddAsync(Customer customer) => Database.UseAsync<ICustomerStore>(customers => customers.AddAsync(customer, None));

    private Task SaveAsync(Customer customer) => Database.UseAsync<ICustomerStore>(customers => customers.SaveAsync(customer, None));

    private Task<Customer?> FindAsync(CustomerId id, CustomerReach reach) =>
        Database.UseAsync<ICustomerStore, Customer?>(customers => customers.FindAsync(id, reach, None));

    private Task<bool> ExistsAsync(CustomerId id, CustomerReach reach) =>
        Database.UseAsync<ICustomerReader, bool>(customers => customers.ExistsAsync(id, reach, None));

    private Task<Application.Shared.Page<Customer>> ListAsync(CustomerFilter filter, CustomerReach reach, int limit, CustomerId? after) =>
        Database.UseAsync<ICustomerStore, Application.Shared.Page<Customer>>(
            customers => customers.ListAsync(filter, reach, limit, after, None));

    private async Task<IEnumerable<CustomerId>> ListedAsync(CustomerFilter filter, CustomerReach? reach = null) =>
        (await ListAsync(filter, reach ?? CustomerReach.All, 10, null)).Items.Select(customer => customer.Id);

    private Task<Site?> FindSiteAsync(Site site, CustomerReach reach) =>
        Database.UseAsync<ISiteStore, Site?>(sites => sites.FindAsync(site.Customer, site.Id, reach, None));

    private Task<bool> HasContactsAsync(Site site) => Database.UseAsync<ISiteStore, bool>(sites => sites.HasContactsAsync(site.Id, None));

    private Task<Contact?> FindContactAsync(Contact contact, CustomerReach reach) =>
        Database.UseAsync<IContactStore, Contact?>(contacts => contacts.FindAsync(contact.Customer, contact.Id, reach, None));

    private Task<Consent?> FindConsentAsync(Consent consent, CustomerReach reach) =>
        Database.UseAsync<IConsentStore, Consent?>(consents => consents.FindAsync(consent.Customer, consent.Id, reach, None));
}
