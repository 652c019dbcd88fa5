using MisterAssist.Infrastructure.Documents;

namespace MisterAssist.Infrastructure.Tests.Documents;

public sealed class PngPictureTests
{
    private static readonly byte[] Rising = [10, 20, 30, 40, 50, 60];

    private static IEnumerable<TestCaseData> Kinds =>
    [
        Case("Colours are as they stand", Pngs.Of(2, 1, 8, Pngs.Colour, [0, 1, 2, 3, 4, 5, 6]), [1, 2, 3, 4, 5, 6]),
        Case("Greys are three equal parts", Pngs.Of(2, 1, 8, Pngs.Grey, [0, 7, 8]), [7, 7, 7, 8, 8, 8]),
        Case("What covers nothing is white, what covers half is between", Pngs.Of(2, 1, 8, Pngs.ColourWithAlpha, [0, 0, 0, 0, 0, 0, 0, 0, 51]), [255, 255, 255, 204, 204, 204]),
        Case("Greys may cover less too", Pngs.Of(2, 1, 8, Pngs.GreyWithAlpha, [0, 9, 255, 0, 0]), [9, 9, 9, 255, 255, 255]),
        Case("Of sixteen bits the upper eight count", Pngs.Of(1, 1, 16, Pngs.Colour, [0, 1, 99, 2, 99, 3, 99]), [1, 2, 3]),
        Case("One bit is black or white", Pngs.Of(3, 1, 1, Pngs.Grey, [0, 0b1010_0000]), [255, 255, 255, 0, 0, 0, 255, 255, 255]),
        Case("Two bits are four greys", Pngs.Of(2, 1, 2, Pngs.Grey, [0, 0b0110_0000]), [85, 85, 85, 170, 170, 170]),
        Case("Colours of a palette, one of which covers nothing", Pngs.Of(2, 1, 4, Pngs.Indexed, [0, 0x10], [1, 2, 3, 4, 5, 6], [0]), [4, 5, 6, 255, 255, 255]),
        Case("Differences from the left", Pngs.Of(2, 1, 8, Pngs.Colour, [1, 10, 20, 30, 30, 30, 30]), Rising),
        Case("Differences from above", Pngs.Of(1, 2, 8, Pngs.Colour, [0, 10, 20, 30, 2, 30, 30, 30]), Rising),
        Case("Differences from the mean", Pngs.Of(1, 2, 8, Pngs.Colour, [0, 10, 20, 30, 3, 35, 40, 45]), Rising),
        Case("Differences from the nearest", Pngs.Of(1, 2, 8, Pngs.Colour, [0, 10, 20, 30, 4, 30, 30, 30]), Rising),
        Case("Interlaced, in seven passes", Pngs.Of(2, 2, 8, Pngs.Grey, [0, 1, 0, 2, 0, 3, 4], interlaced: 1), [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]),
    ];

    private static IEnumerable<TestCaseData> NoPictures =>
    [
        new TestCaseData(Array.Empty<byte>()).SetName("Nothing is no picture"),
        new TestCaseData("<svg onload=alert(1)>"u8.ToArray()).SetName("Text is no picture"),
        new TestCaseData(Pngs.Signature[..40]).SetName("What is broken off is no picture"),
        new TestCaseData(Pngs.Signature[..20]).SetName("What is broken off in its head is no picture"),
        new TestCaseData(Pngs.Of(2, 1, 8, Pngs.Colour, [0, 1])).SetName("Too few points are no picture"),
        new TestCaseData(Pngs.Of(1, 1, 8, Pngs.Colour, [9, 1, 2, 3])).SetName("There are five filters"),
        new TestCaseData(Pngs.Of(1, 1, 8, 5, [0, 1])).SetName("There is no fifth kind"),
        new TestCaseData(Pngs.Of(1, 1, 8, Pngs.Indexed, [0, 9], [1, 2, 3])).SetName("A colour outside the palette is no picture"),
        new TestCaseData(Pngs.Of(0, 5, 8, Pngs.Grey, [0])).SetName("Without width there is no picture"),
        new TestCaseData(Pngs.Of(int.MaxValue, int.MaxValue, 8, Pngs.Grey, [0])).SetName("What would fill the memory is no picture"),
        new TestCaseData(Pngs.Of(2001, 2000, 1, Pngs.Grey, [0])).SetName("Four million points are the most"),
    ];

    [TestCaseSource(nameof(Kinds))]
    public void Read_EachKind_IsDrawnOnWhite(byte[] file, byte[] rgb) => Assert.That(PngPicture.Read(file)!.Rgb, Is.EqualTo(rgb));

    [TestCaseSource(nameof(NoPictures))]
    public void Read_WhatIsNoPicture_IsNothing(byte[] file) => Assert.That(PngPicture.Read(file), Is.Null);

    private static TestCaseData Case(string name, byte[] file, byte[] rgb) => new TestCaseData(file, rgb).SetName(name);
}
