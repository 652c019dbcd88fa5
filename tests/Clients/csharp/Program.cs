using MisterAssist.GeneratedClient;

using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
var client = new MisterAssistClient(http);

var deadline = await client.CalculateDeadlineAsync(new()
{
    Plan = "silver",
    StartAt = new DateTimeOffset(2026, 11, 20, 19, 30, 0, TimeSpan.FromHours(1)),
    WorkingTime = "PT4H",
});
Expect(new DateTimeOffset(2026, 11, 23, 10, 30, 0, TimeSpan.Zero), deadline.DueAt, "the deadline");
Expect(2, deadline.Ledger?.Count(segment => segment.Kind == SegmentKind.Counted) ?? 0, "counted segments");

var holidays = await client.ListHolidaysAsync(2026, 100);
Expect(13, holidays.Data.Count, "holidays");

Expect("plan_not_found", await RefusalOf(() => client.GetPlanAsync("platinum")), "an unknown plan");
Expect("unauthenticated", await RefusalOf(() => client.ListApiKeysAsync()), "no key");

http.DefaultRequestHeaders.Add("X-Api-Key", Environment.GetEnvironmentVariable("API_KEY"));
var issued = await client.CreateApiKeyAsync(
    new() { Name = "A partner", Kind = KeyKind.Partner, Scopes = [Scope.TicketsRead, Scope.CustomersRead] });
var keys = await client.ListApiKeysAsync(100);
Expect(KeyStatus.Active, keys.Data.Single(key => key.Id == issued.ApiKey.Id).Status, "the key in the list");
Expect(true, issued.ApiKey.Scopes.SequenceEqual([Scope.TicketsRead, Scope.CustomersRead]), "the scopes as they were asked for");

var customer = await client.CreateCustomerAsync(new()
{
    Kind = PartyKind.Private,
    Name = "Anna Rossi",
    BillingAddress = new() { Street = "Via Roma 1", PostalCode = "20121", City = "Milano", Province = "MI", Country = "IT" },
});
var now = issued.ApiKey.CreatedAt;
var contract = await client.CreateContractAsync(new()
{
    CustomerId = customer.Id,
    Plan = "gold",
    StartsOn = now.AddDays(-7),
    EndsOn = now.AddYears(1),
});
Expect(ContractState.In_force, contract.State, "the contract");
var inForce = await client.ListContractsAsync([customer.Id], state: [ContractState.In_force, ContractState.Upcoming]);
Expect(contract.Id, inForce.Data.Single().Id, "contracts by state");

var opening = new OpenTicketRequest { CustomerId = customer.Id, Subject = "No mail", Urgency = Urgency.Urgent, Channel = Channel.Phone };
var ticket = await client.OpenTicketAsync(opening, customer.Id);
var again = await client.OpenTicketAsync(opening, customer.Id);
Expect(ticket.Id, again.Id, "the same ticket for the same key");
Expect(Urgency.Urgent, ticket.Urgency, "the urgency");
var waitingOrNew = await client.ListTicketsAsync([customer.Id], [TicketStatus.New, TicketStatus.Waiting], dueBefore: now.AddDays(30));
Expect(ticket.Id, waitingOrNew.Data.Single().Id, "tickets by status");
var ledger = await client.GetPromiseLedgerAsync(ticket.Id, PromiseKind.Presence);
Expect(true, ledger.ToCome.Any(segment => segment.Kind == SegmentKind.Counted), "the ledger of the presence");

byte[] photograph = [0xFF, 0xD8, 0xFF, 0x00, 0x80, 0x0A];
var added = await client.AddAttachmentAsync(ticket.Id, "display.jpg", new(new MemoryStream(photograph), null, "image/jpeg"));
Expect(photograph.Length, added.Size, "the size of the file");
using var content = await client.GetAttachmentContentAsync(ticket.Id, added.Id);
using var copy = new MemoryStream();
await content.Stream.CopyToAsync(copy);
Expect(true, copy.ToArray().SequenceEqual(photograph), "the file as it was sent");

return 0;

static void Expect<T>(T expected, T actual, string what)
{
    if (!EqualityComparer<T>.Default.Equals(expected, actual))
        throw new InvalidOperationException($"{what}: {expected} was expected, {actual} came");
}

static async Task<string> RefusalOf(Func<Task> call)
{
    try
    {
        await call();
        return "";
    }
    catch (ApiException<Problem> problem)
    {
        return problem.Result.Code;
    }
}
