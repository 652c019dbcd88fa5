using MisterAssist.Application.Contracts;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.TestKit.Customers;
using NodaTime;

namespace MisterAssist.Application.Tests.Contracts;

/// <summary>It is 20 November 2026.</summary>
public sealed class ContractUseCaseTests
{
    private static readonly PlanCode Bronze = new("bronze");
    private static readonly LocalDate FirstDay = new(2026, 12, 1);

    private TestApplication _application = null!;
    private Customer _customer = null!;

    [SetUp]
    public void Start()
    {
        _application = TestApplication.WithFoundingPlans();
        _customer = CustomerSamples.Customer();
        _application.Customers.Have(_customer.Id);
    }

    [TearDown]
    public async Task Stop() => await _application.DisposeAsync();

    [Test]
    public async Task Create_Contract_TellsTheLogInTheSameTransaction()
    {
        var concluded = await ConcludedAsync();

        var told = _application.Events.Appended.Single();
        Assert.That((told.Type, told.ContractId, told.CustomerId), Is.EqualTo(("contract.created", (ContractId?)concluded.Id, _customer.Id)));
        Assert.That(told.Changes, Is.EqualTo((Change[])
        [
            new("plan", null, "bronze"), new("startsOn", null, "2026-12-01"), new("endsOn", null, "2027-11-30"),
        ]));
        Assert.That(_application.Journal.Entries.Take(2), Is.EqualTo((string[])["begin", "commit"]));
    }

    [Test]
    public void Create_ForACustomerOutOfReach_IsRefused()
    {
        _application.Caller.Reach = CustomerReach.Of([]);

        Expect("customer_not_found", new CreateContractCommand(_customer.Id, Bronze, FirstDay, null));
    }

    [TestCase("standard", "plan_without_contract")]
    [TestCase("platinum", "unknown_plan")]
    public void Create_WithAPlanThatIsNoneForContracts_IsRefused(string plan, string code) =>
        Expect(code, new CreateContractCommand(_customer.Id, new(plan), FirstDay, null));

    [Test]
    public async Task Create_BesideAnother_IsRefusedAndTellsNothing()
    {
        await ConcludedAsync();

        Expect("contract_overlaps", new CreateContractCommand(_customer.Id, Bronze, FirstDay.PlusDays(364), null));
        Assert.That(_application.Events.Appended, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Renew_WithAnotherPlan_TellsBeforeAndAfter()
    {
        var contract = await ConcludedAsync();

        await _application.SendAsync(new RenewContractCommand(contract.Id, 12, new PlanCode("gold"), KnownVersion.Of(1)));

        Assert.That(_application.Events.Appended[^1].Changes, Is.EqualTo((Change[])
        [
            new("endsOn", "2027-11-30", "2028-11-30"), new("plan", "bronze", "gold"),
        ]));
    }

    [Test]
    public async Task Act_OnAnOlderVersion_IsRefused()
    {
        var contract = await ConcludedAsync();
        await _application.SendAsync(new RenewContractCommand(contract.Id, 12, null, KnownVersion.Any));

        Assert.ThrowsAsync<StaleVersionException>(() =>
            _application.SendAsync(new TerminateContractCommand(contract.Id, null, "Closed down", KnownVersion.Of(1))));
        Assert.ThrowsAsync<StaleVersionException>(() =>
            _application.SendAsync(new ChangeContractPlanCommand(contract.Id, new("gold"), null, KnownVersion.Of(1))));
    }

    [Test]
    public async Task Terminate_Contract_TellsTheDayAndTheReason()
    {
        var contract = await ConcludedAsync();

        await _application.SendAsync(new TerminateContractCommand(contract.Id, new(2027, 3, 1), "Closed down", KnownVersion.Any));

        var told = _application.Events.Appended[^1];
        Assert.That((told.Type, told.Note), Is.EqualTo(("contract.terminated", "Closed down")));
        Assert.That(told.Changes, Is.EqualTo((Change[])[new("terminatedFrom", null, "2027-03-01")]));
    }

    private async Task<Contract> ConcludedAsync() =>
        (await _application.SendAsync(new CreateContractCommand(_customer.Id, Bronze, FirstDay, null))).Contract;

    private void Expect(string code, CreateContractCommand command)
    {
        var refusal = Assert.ThrowsAsync<BusinessException>(() => _application.SendAsync(command));
        Assert.That(refusal!.Code, Is.EqualTo(code));
    }
}
