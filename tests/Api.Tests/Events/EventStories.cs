using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Api.Tests.OpenApi;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit.Events;

namespace MisterAssist.Api.Tests.Events;

public sealed class EventStories
{
    private static readonly CustomerId Other = CustomerId.New(EventSamples.At);
    private static readonly TicketId Ticket = TicketId.New(EventSamples.At);

    private readonly Caller _caller = new();
    private ApiFactory _app = null!;

    [OneTimeSetUp]
    public async Task StartServer()
    {
        _app = new(services => services.AddSingleton<ICaller>(_caller));
        await using var scope = _app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IEventLog>().AppendAsync(
            [
                EventSamples.Full(ActorKind.Partner, PromiseKind.Presence),
                EventSamples.Event("ticket.created", ticket: Ticket),
                EventSamples.Event("contract.concluded", Other),
                EventSamples.Event("ticket.closed", Other),
            ],
            CancellationToken.None);
    }

    [OneTimeTearDown]
    public void StopServer() => _app.Dispose();

    [SetUp]
    public void BeStaff() => (_caller.Actor, _caller.Reach) = (new(ActorKind.Staff, "Test", null), CustomerReach.All);

    [Test]
    public async Task Event_HasAllThatHappenedAndNotWhichKeyWasUsed()
    {
        var line = (await _app.Api.ReadAsync("/v1/events?limit=1"))["data"]![0]!.AsObject();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((long?)line["sequence"], Is.EqualTo(1));
            Assert.That((string?)line["id"], Does.StartWith("evt_"));
            Assert.That((string?)line["type"], Is.EqualTo("promise.missed"));
            Assert.That((string?)line["occurredAt"], Is.EqualTo("2026-11-20T18:30:00.123456Z"));
            Assert.That(JsonNode.DeepEquals(
                line["actor"], new JsonObject { ["kind"] = "partner", ["name"] = "Zoë \"Z\" O'Hara" }), line["actor"]!.ToJsonString());
            Assert.That((string?)line["customerId"], Is.EqualTo(EventSamples.Customer.ToString()));
            Assert.That((string?)line["ticketId"], Does.StartWith("tkt_"));
            Assert.That((string?)line["contractId"], Does.StartWith("con_"));
            Assert.That((string?)line["promise"], Is.EqualTo("presence"));
            Assert.That((string?)line["changes"]![1]!["after"], Is.EqualTo("perché {}[]\\\n\"😀"));
            Assert.That(line["changes"]![1]!["before"], Is.Null);
            Assert.That((string?)line["note"], Does.StartWith("È così"));
            Assert.That(line.ContainsKey("isInternal"), Is.False);
        }
    }

    [Test]
    public async Task Log_ReadByItsLinks_EndsWithTheNumberToAskAfter()
    {
        var read = new List<long>();
        var path = "/v1/events?limit=1&type=ticket.created&type=ticket.closed";
        Answer answer;
        do
        {
            answer = await _app.Api.GetAsync(path);
            read.AddRange(answer.Json["data"]!.AsArray().Select(line => (long)line!["sequence"]!));
            path = answer.Header("Link")?.Split(';')[0].Trim('<', '>');
        }
        while (path is not null);

        Assert.That(read, Is.EqualTo(new long[] { 2, 4 }));
        Assert.That((long?)answer.Json["nextAfter"], Is.EqualTo(4));
    }

    [Test]
    public async Task Log_AskedAfterItsEnd_StaysThere()
    {
        var answer = await _app.Api.GetAsync("/v1/events?after=900");

        Assert.That(answer.Json["data"]!.AsArray(), Is.Empty);
        Assert.That((long?)answer.Json["nextAfter"], Is.EqualTo(900));
        Assert.That(answer.Header("Link"), Is.Null);
    }

    [Test]
    public async Task Log_OfACustomerOrTicket_HasTheirsAlone()
    {
        Assert.That(await NumbersAsync($"?customerId={Other}"), Is.EqualTo(new long[] { 3, 4 }));
        Assert.That(await NumbersAsync($"?ticketId={Ticket}"), Is.EqualTo(new long[] { 2 }));
        Assert.That(await NumbersAsync($"?ticketId={Ticket}&customerId={Other}"), Is.Empty);
    }

    [Test]
    public async Task Log_ForAPartner_HasNothingInternalAndNothingOutOfReach()
    {
        (_caller.Actor, _caller.Reach) = (new(ActorKind.Partner, "Test", null), CustomerReach.Of([EventSamples.Customer]));

        Assert.That(await NumbersAsync(""), Is.EqualTo(new long[] { 2 }));
        Assert.That(await NumbersAsync($"?customerId={Other}"), Is.Empty);
    }

    [TestCase("type=created", "type")]
    [TestCase("type=ticket.created&type=TICKET.created", "type")]
    [TestCase("after=-1", "after")]
    [TestCase("after=x", "after")]
    [TestCase("limit=101", "limit")]
    [TestCase("ticketId=cus_01kaj3b6q0e1r8v5x2m9t4c7hw", "ticketId")]
    [TestCase("customerId=x&since=1", "since")]
    public async Task Question_ThatIsWrong_IsToldWhere(string query, string parameter) =>
        Problem.Expect(await _app.Api.GetAsync($"/v1/events?{query}"), 400, "invalid_request", parameter);

    [Test]
    public async Task Page_OfEvents_IsOfItsSchema()
    {
        var document = ApiDescription.Published;

        var answer = await _app.Api.GetAsync("/v1/events");

        Assert.That(await document.FaultsOfAsync(document.Named("listEvents"), answer), Is.Empty);
    }

    private async Task<IEnumerable<long>> NumbersAsync(string query) =>
        (await _app.Api.ReadAsync($"/v1/events{query}"))["data"]!.AsArray().Select(line => (long)line!["sequence"]!);

    private sealed class Caller : ICaller
    {
        public Actor Actor { get; set; } = Actor.System;

        public CustomerReach Reach { get; set; } = CustomerReach.All;
    }
}
