using MisterAssist.Domain.Parts;
using MisterAssist.TestKit.Parts;
using MisterAssist.TestKit.Shared;
using NodaTime;

namespace MisterAssist.Domain.Tests.Parts;

public sealed class PartTests
{
    private static readonly Instant Later = PartSamples.CreatedAt + Duration.FromDays(30);

    private static IEnumerable<PartDetails> Others =>
    [
        PartSamples.Details(code: "SSD-2"), PartSamples.Details(it: "Altro"), PartSamples.Details(en: "Other"), PartSamples.Details(cents: 1),
        PartSamples.Details(vat: 10),
    ];

    [TestCaseSource(nameof(Others))]
    public void Change_OfAnyDetail_IsANewVersion(PartDetails details)
    {
        var part = PartSamples.Part();

        part.Change(details);

        Assert.That((part.Details, part.Version), Is.EqualTo((details, 2L)));
    }

    [Test]
    public void Change_SameDetails_IsNone()
    {
        var part = PartSamples.Part();

        part.Change(PartSamples.Details());

        Assert.That(part.Version, Is.EqualTo(1));
    }

    [Test]
    public void WhatWasRetired_IsNeitherChangedNorRetiredAgain()
    {
        var part = PartSamples.Part();
        part.Retire(Later);

        Assert.That(() => part.Change(part.Details), Refused.With("part_retired"));
        Assert.That(() => part.Retire(Later + Duration.FromDays(1)), Refused.With("part_not_found"));
        Assert.That((part.RetiredAt, part.Version), Is.EqualTo(((Instant?)Later, 2L)));
    }
}
