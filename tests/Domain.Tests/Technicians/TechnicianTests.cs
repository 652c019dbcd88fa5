using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Technicians;
using NodaTime;

namespace MisterAssist.Domain.Tests.Technicians;

public sealed class TechnicianTests
{
    private static readonly Instant Later = TechnicianSamples.CreatedAt + Duration.FromDays(30);

    [Test]
    public void Change_OtherDetails_IsANewVersion()
    {
        var technician = TechnicianSamples.Technician();

        technician.Change(new("Bruno Maria Prova", null));

        Assert.That((technician.Details, technician.Version), Is.EqualTo((new Domain.Technicians.TechnicianDetails("Bruno Maria Prova", null), 2L)));
    }

    [Test]
    public void Change_SameDetails_IsNone()
    {
        var technician = TechnicianSamples.Technician();

        technician.Change(technician.Details with { });

        Assert.That(technician.Version, Is.EqualTo(1));
    }

    [Test]
    public void Retire_Once_IsKeptWithItsInstant()
    {
        var technician = TechnicianSamples.Technician();

        technician.Retire(Later);

        Assert.That((technician.RetiredAt, technician.Version), Is.EqualTo(((Instant?)Later, 2L)));
    }

    [Test]
    public void WhoHasLeft_IsNeitherChangedNorRetiredAgain()
    {
        var technician = TechnicianSamples.Retired();
        var left = technician.RetiredAt;

        Assert.That(() => technician.Change(technician.Details), Refused.With("technician_retired"));
        Assert.That(() => technician.Retire(Later), Refused.With("technician_not_found"));
        Assert.That((technician.RetiredAt, technician.Version), Is.EqualTo((left, 2L)));
    }
}
