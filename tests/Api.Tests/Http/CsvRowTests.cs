using MisterAssist.Api.Http;

namespace MisterAssist.Api.Tests.Http;

public sealed class CsvRowTests
{
    [TestCase("plain", "plain")]
    [TestCase("", "")]
    [TestCase(null, "")]
    [TestCase("a,b", "\"a,b\"")]
    [TestCase("say \"a\"", "\"say \"\"a\"\"\"")]
    [TestCase("one\r\ntwo", "\"one\r\ntwo\"")]
    [TestCase("one\ntwo", "\"one\ntwo\"")]
    [TestCase("=1+1", "'=1+1")]
    [TestCase("+39 011", "'+39 011")]
    [TestCase("-1", "'-1")]
    [TestCase("-1.50", "-1.50")]
    [TestCase("-1.50+1", "'-1.50+1")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("\t=1+1", "'\t=1+1")]
    [TestCase("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    [TestCase("a=1", "a=1")]
    [TestCase("'tis", "'tis")]
    public void Field_IsQuotedAndMadeHarmless(string? field, string written) =>
        Assert.That(CsvRow.Of([field, "x"]), Is.EqualTo($"{written},x\r\n"));
}
