using MediatR;
using MisterAssist.Application.Parts;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.Parts;
using MisterAssist.Domain.Shared;
using MisterAssist.TestKit.Parts;

namespace MisterAssist.Application.Tests.Parts;

public sealed class PartUseCaseTests
{
    private static readonly GivenPart Right = new("SSD-1", new("Disco", "Drive"), new(8950), 22);

    private TestApplication _application = null!;

    [SetUp]
    public void Start() => _application = new();

    [TearDown]
    public async Task Stop() => await _application.DisposeAsync();

    [Test]
    public async Task Create_IsInTheCatalogueFromNowOn()
    {
        var part = await _application.SendAsync(new CreatePartCommand(Right with { Code = " SSD-1 " }));

        Assert.That((part.Details, part.CreatedAt), Is.EqualTo((PartSamples.Details(), _application.Clock.Now)));
        Assert.That((await _application.SendAsync(new ListPartsQuery(new(null, null), 10, null))).Items, Is.EqualTo((Part[])[part]));
    }

    [Test]
    public async Task Update_ToTheSame_SavesNothing()
    {
        var part = Have(PartSamples.Part());

        await _application.SendAsync(new UpdatePartCommand(part.Id, Right, KnownVersion.Of(1)));
        Assert.That((part.Version, _application.Parts.Saves), Is.EqualTo((1L, 0)));

        await _application.SendAsync(new UpdatePartCommand(part.Id, Right with { UnitPrice = new(1) }, KnownVersion.Of(1)));
        Assert.That((part.Details.UnitPrice, part.Version, _application.Parts.Saves), Is.EqualTo((new Money(1), 2L, 1)));
    }

    [Test]
    public async Task Retire_IsListedNoMoreAndStillFound()
    {
        var part = Have(PartSamples.Part());

        await _application.SendAsync(new RetirePartCommand(part.Id, KnownVersion.Of(1)));

        Assert.That((await _application.SendAsync(new ListPartsQuery(new(null, null), 10, null))).Items, Is.Empty);
        Assert.That((await _application.SendAsync(new GetPartQuery(part.Id))).RetiredAt, Is.EqualTo(_application.Clock.Now));
    }

    [Test]
    public void Change_OfWhatWasRetiredOrNeverWas_IsRefused()
    {
        var (part, none) = (Have(PartSamples.Retired()), PartId.New(_application.Clock.Now));

        Expect("part_retired", new UpdatePartCommand(part.Id, Right, KnownVersion.Any));
        Expect("part_not_found", new RetirePartCommand(part.Id, KnownVersion.Of(1)));
        Expect("part_not_found", new GetPartQuery(none));
        Expect("part_not_found", new UpdatePartCommand(none, Right, KnownVersion.Of(1)));
    }

    [Test]
    public void Change_ByWhoKnowsAnOlderVersion_IsRefused()
    {
        var part = Have(PartSamples.Part());
        part.Change(PartSamples.Details(cents: 1));

        Assert.ThrowsAsync<StaleVersionException>(() => _application.SendAsync(new UpdatePartCommand(part.Id, Right, KnownVersion.Of(1))));
        Assert.ThrowsAsync<StaleVersionException>(() => _application.SendAsync(new RetirePartCommand(part.Id, KnownVersion.Of(1))));
    }

    [Test]
    public void Validate_WhatIsEmptyTooLongOrOutOfRange_FindsEach()
    {
        var validator = new CreatePartValidator();
        var text = new string('x', LocalizedText.MaxLength + 1);

        Assert.That(Faults.Of(validator, new(new(" ", new("", text), new(-1), 31))), Is.EqualTo((string[])
        [
            "Code: NotEmptyValidator", "Name.En: MaximumLengthValidator", "Name.It: NotEmptyValidator", "UnitPrice: out_of_range",
            "VatPercent: InclusiveBetweenValidator",
        ]));
        Assert.That(Faults.Of(validator, new(Right with { Code = new('x', 41), VatPercent = 0 })), Is.EqualTo((string[])
            ["Code: MaximumLengthValidator", "VatPercent: InclusiveBetweenValidator"]));
        Assert.That(Faults.Of(validator, new(Right with { Code = new('x', 40), VatPercent = 1, UnitPrice = Money.Largest })), Is.Empty);
    }

    private Part Have(Part part)
    {
        _application.Parts.Have(part);
        return part;
    }

    private void Expect<T>(string code, IRequest<T> request) =>
        Assert.That(Assert.ThrowsAsync<BusinessException>(() => _application.SendAsync(request))!.Code, Is.EqualTo(code));
}
