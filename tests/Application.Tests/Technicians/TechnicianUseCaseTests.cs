using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Technicians;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Technicians;
using MisterAssist.TestKit.Technicians;
using NodaTime;

namespace MisterAssist.Application.Tests.Technicians;

public sealed class TechnicianUseCaseTests
{
    private TestApplication _application = null!;

    [SetUp]
    public void Start() => _application = new();

    [TearDown]
    public async Task Stop() => await _application.DisposeAsync();

    [Test]
    public async Task Create_IsTakenOnNow()
    {
        var created = await _application.SendAsync(new CreateTechnicianCommand(new(" Bruno Prova ", null)));

        Assert.That((created.Name, created.CreatedAt, created.RetiredAt), Is.EqualTo(("Bruno Prova", _application.Clock.Now, (Instant?)null)));
        Assert.That(await _application.SendAsync(new GetTechnicianQuery(created.Id)), Is.EqualTo(created));
    }

    [TestCase(ActorKind.Staff, "bruno@example.it")]
    [TestCase(ActorKind.Partner, null)]
    [TestCase(ActorKind.Customer, null)]
    public async Task Read_Address_IsForStaffAlone(ActorKind kind, string? email)
    {
        var technician = Have(TechnicianSamples.Technician());
        _application.Caller.Actor = new(kind, "Somebody", null);

        var got = await _application.SendAsync(new GetTechnicianQuery(technician.Id));
        var listed = await _application.SendAsync(new ListTechniciansQuery(10, null));

        Assert.That((got.Name, got.Email), Is.EqualTo(("Bruno Prova", email)));
        Assert.That(listed.Items, Is.EqualTo((SeenTechnician[])[got]));
    }

    [Test]
    public async Task Update_ToTheSame_SavesNothing()
    {
        var technician = Have(TechnicianSamples.Technician());

        await _application.SendAsync(new UpdateTechnicianCommand(technician.Id, new("Bruno Prova", "bruno@example.it"), KnownVersion.Of(1)));
        Assert.That(_application.Technicians.Saves, Is.Zero);

        var changed = await _application.SendAsync(new UpdateTechnicianCommand(technician.Id, new("Bruno", null), KnownVersion.Of(1)));
        Assert.That((changed.Name, changed.Version, _application.Technicians.Saves), Is.EqualTo(("Bruno", 2L, 1)));
    }

    [Test]
    public async Task Retire_IsListedNoMoreAndStillFound()
    {
        var technician = Have(TechnicianSamples.Technician());

        await _application.SendAsync(new RetireTechnicianCommand(technician.Id, KnownVersion.Of(1)));

        Assert.That((await _application.SendAsync(new ListTechniciansQuery(10, null))).Items, Is.Empty);
        Assert.That((await _application.SendAsync(new GetTechnicianQuery(technician.Id))).RetiredAt, Is.EqualTo(_application.Clock.Now));
    }

    [Test]
    public void Change_OfWhoHasLeftOrNeverWas_IsRefused()
    {
        var technician = Have(TechnicianSamples.Retired());

        Expect("technician_retired", new UpdateTechnicianCommand(technician.Id, new("Carla", null), KnownVersion.Any));
        Expect("technician_not_found", new RetireTechnicianCommand(technician.Id, KnownVersion.Of(1)));
        Expect("technician_not_found", new GetTechnicianQuery(TechnicianId.New(_application.Clock.Now)));
        Expect("technician_not_found", new UpdateTechnicianCommand(TechnicianId.New(_application.Clock.Now), new("X", null), KnownVersion.Of(1)));
    }

    [Test]
    public void Change_ByWhoKnowsAnOlderVersion_IsRefused()
    {
        var technician = Have(TechnicianSamples.Technician());
        technician.Change(new("Bruno", null));

        Assert.ThrowsAsync<StaleVersionException>(
            () => _application.SendAsync(new UpdateTechnicianCommand(technician.Id, new("B", null), KnownVersion.Of(1))));
        Assert.ThrowsAsync<StaleVersionException>(() => _application.SendAsync(new RetireTechnicianCommand(technician.Id, KnownVersion.Of(1))));
    }

    [Test]
    public void Validate_WhatIsEmptyTooLongOrNoAddress_FindsEach()
    {
        var validator = new CreateTechnicianValidator();

        Assert.That(Faults.Of(validator, new(new(" ", "nobody"))), Is.EqualTo((string[])
            ["Email: RegularExpressionValidator", "Name: NotEmptyValidator"]));
        Assert.That(Faults.Of(validator, new(new(new('x', 101), null))), Is.EqualTo((string[])["Name: MaximumLengthValidator"]));
        Assert.That(Faults.Of(validator, new(new(new('x', 100), "a@b.it"))), Is.Empty);
    }

    private Technician Have(Technician technician)
    {
        _application.Technicians.Have(technician);
        return technician;
    }

    private void Expect<T>(string code, IRequest<T> request) =>
        Assert.That(Assert.ThrowsAsync<BusinessException>(() => _application.SendAsync(request))!.Code, Is.EqualTo(code));
}
