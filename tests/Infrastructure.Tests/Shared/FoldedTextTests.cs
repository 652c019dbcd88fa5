using FsCheck.Fluent;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tests.Shared;

public sealed class FoldedTextTests
{
    [TestCase("Società Perù", "SOCIETA PERU")]
    [TestCase("Cita\u0300", "CITA", TestName = "An accent that is a character of its own")]
    [TestCase("Ångström, naïve", "ANGSTROM, NAIVE")]
    [TestCase("Straße 1", "STRAßE 1")]
    [TestCase("서울 42", "서울 42")]
    [TestCase("", "")]
    [TestCase("Caff\uFFFEè", "CAFF\uFFFDE", TestName = "What is no character")]
    public void Of_IsInCapitalsWithoutAccents(string text, string folded) => Assert.That(FoldedText.Of(text), Is.EqualTo(folded));

    [FsCheck.NUnit.Property]
    public FsCheck.Property Of_IsTwiceAsLongAtTheMost_AndFoldsToItself() => Prop.ForAll(
        FsCheck.Fluent.ArbMap.Default.ArbFor<FsCheck.UnicodeString>(), text =>
        {
            var folded = FoldedText.Of(text.Get);
            return folded.Length <= 2 * text.Get.Length && FoldedText.Of(folded) == folded;
        });
}
