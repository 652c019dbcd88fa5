using MisterAssist.Domain.Invoices;

namespace MisterAssist.Domain.Tests.Invoices;

public sealed class IbanTests
{
    [TestCase("IT60X0542811101000000123456", "IT60 X054 2811 1010 0000 0123 456")]
    [TestCase("it60 x054 2811 1010 0000 0123 456", "IT60 X054 2811 1010 0000 0123 456", TestName = "In any case and with spaces")]
    [TestCase("DE89370400440532013000", "DE89 3704 0044 0532 0130 00", TestName = "Of another country")]
    public void Find_ANumber_ReadsIt(string text, string read) => Assert.That(Iban.Find(text)?.ToString(), Is.EqualTo(read));

    [TestCase("IT60X0542811101000000123457", TestName = "A digit is wrong")]
    [TestCase("IT60X0542811101000000123465", TestName = "Two digits are exchanged")]
    [TestCase("60X", TestName = "Too short")]
    [TestCase("I160X0542811101000000123456", TestName = "No country")]
    [TestCase("IT60X05428111010000001234é6", TestName = "No letter of it")]
    [TestCase("IT60X054281110100000012345600000000000", TestName = "Too long")]
    public void Find_WhatIsNone_IsNull(string text) => Assert.That(Iban.Find(text), Is.Null);
}
