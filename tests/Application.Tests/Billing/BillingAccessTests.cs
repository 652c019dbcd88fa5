using MediatR;
using MisterAssist.Application.Billing;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.TestKit.Invoices;

namespace MisterAssist.Application.Tests.Billing;

/// <summary>The billing of a month is about all customers: whoever sees only some has nothing to do with it.</summary>
public sealed class BillingAccessTests
{
    private static readonly BillingRunId Run = BillingRunId.New(InvoiceSamples.IssuedAt);

    private static IEnumerable<IBaseRequest> Requests =>
    [
        new StartBillingRunCommand(InvoiceSamples.Month, Issues: false), new TryBillingRunQuery(InvoiceSamples.Month, Issues: false), new ListBillingRunsQuery(null, 25, null),
        new GetBillingRunQuery(Run), new ListBillingOutcomesQuery(Run, null, 25, null), new CancelBillingRunCommand(Run),
    ];

    [TestCaseSource(nameof(Requests))]
    public async Task Billing_ForWhoSeesSomeCustomers_IsRefused(IBaseRequest request)
    {
        await using var application = new TestApplication();
        application.Caller.Reach = CustomerReach.Of([CustomerId.New(InvoiceSamples.IssuedAt)]);

        var refusal = Assert.ThrowsAsync<BusinessException>(() => SendAsync(application, (dynamic)request));

        Assert.That(refusal!.Code, Is.EqualTo("reach_restricted"));
    }

    private static async Task SendAsync<T>(TestApplication application, IRequest<T> request) => await application.SendAsync(request);
}
