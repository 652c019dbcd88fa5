using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit.WorkReports;

namespace MisterAssist.Infrastructure.Tests.WorkReports;

/// <summary>What reports charge under a quote.</summary>
public abstract class QuotedReportContract : WorkReportContract
{
    [Test]
    public async Task ChargesOn_ATicket_AreThoseOfItsIssuedReportsThatStand()
    {
        var ticket = await AddAsync(NewTicket(customer: One));
        Assert.That(await ChargesAsync(ticket), Is.Empty);
        await IssuedAsync(await CreatedAsync(ticket), count: 1);
        var voided = await IssuedAsync(await CreatedAsync(ticket), count: 2);
        await ChangeAsync(voided.Id, r => r.Void("Why", Of(r), Now));
        await IssuedAsync(await CreatedAsync(ticket), 3, ReportContentSamples.Parts(2));
        await DraftedAsync(await CreatedAsync(ticket));
        await IssuedAsync(await CreatedAsync(), count: 4);

        // 40.00 and an hour and a half at 65.00, and two parts at 1.00.
        Assert.That(await ChargesAsync(ticket), Is.EquivalentTo(new TicketCharge[] { new(ticket.Id, Now.At, new(137_50)), new(ticket.Id, Now.At, new(2_00)) }));
    }

    [Test]
    public async Task ChargesOn_TicketsThatWereMerged_AreThoseOfAllOfThem()
    {
        var (first, second, last) = (await AddAsync(NewTicket(customer: One)), await AddAsync(NewTicket(customer: One)), await AddAsync(NewTicket(customer: One)));
        await IssuedAsync(await CreatedAsync(first), count: 1);
        await IssuedAsync(await CreatedAsync(last), 2, ReportContentSamples.Parts(2));
        await MergeAsync(first.Id, last.Id);
        await MergeAsync(second.Id, last.Id);

        foreach (var ticket in (Ticket[])[first, second, last])
        {
            Assert.That(
                await ChargesAsync(ticket), Is.EquivalentTo(new TicketCharge[] { new(first.Id, Now.At, new(137_50)), new(last.Id, Now.At, new(2_00)) }));
        }
    }

    private Task<IReadOnlyList<TicketCharge>> ChargesAsync(Ticket ticket) =>
        Database.UseAsync<IWorkReportStore, IReadOnlyList<TicketCharge>>(reports => reports.ChargesOnAsync(ticket.Id, None));
}
