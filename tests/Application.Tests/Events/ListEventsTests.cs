using MisterAssist.Application.Events;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Tests.Events;

public sealed class ListEventsTests
{
    private TestApplication _application = null!;

    [SetUp]
    public void Start() => _application = new();

    [TearDown]
    public async Task Stop() => await _application.DisposeAsync();

    [TestCase(ActorKind.Staff, true)]
    [TestCase(ActorKind.Partner, false)]
    [TestCase(ActorKind.Customer, false)]
    public async Task List_ByAKindOfCaller_IncludesWhatIsInternalForStaffAlone(ActorKind kind, bool expected)
    {
        _application.Caller.Actor = new(kind, "x", null);

        await _application.SendAsync(new ListEventsQuery(0, 25, []));

        Assert.That(_application.Events.Asked!.Value.Filter.IncludeInternal, Is.EqualTo(expected));
    }

    [Test]
    public async Task List_AsksWithinTheReachOfTheCallerForWhatIsWanted()
    {
        var now = _application.Clock.Now;
        var (customer, ticket) = (CustomerId.New(now), TicketId.New(now));
        _application.Caller.Reach = CustomerReach.Of([customer]);

        await _application.SendAsync(new ListEventsQuery(7, 3, ["ticket.created"], customer, ticket));

        var asked = _application.Events.Asked!.Value;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.Reach, Is.SameAs(_application.Caller.Reach));
            Assert.That((asked.After, asked.Limit), Is.EqualTo((7L, 3)));
            Assert.That(asked.Filter.Types, Is.EqualTo(new[] { "ticket.created" }));
            Assert.That((asked.Filter.CustomerId, asked.Filter.TicketId), Is.EqualTo((customer, ticket)));
        }
    }
}
