using MisterAssist.Domain.Tickets;

namespace MisterAssist.Domain.Tests.Tickets;

public sealed class TicketNumberTests
{
    [TestCase(2026, 123, "2026-000123")]
    [TestCase(2026, 999_999, "2026-999999")]
    [TestCase(2027, 1_000_000, "2027-1000000", TestName = "A year with more than a million tickets goes on with seven digits")]
    public void Number_IsWrittenAndReadBack(int year, int count, string text)
    {
        var number = new TicketNumber(year, count);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(number.ToString(), Is.EqualTo(text));
            Assert.That(TicketNumber.Parse(text), Is.EqualTo(number));
        }
    }
}
