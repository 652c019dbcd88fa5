using MisterAssist.Application.Interventions.Feedbacks;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Feedbacks;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Infrastructure.Tests.Interventions.Feedbacks;

/// <summary>What is kept of what customers say of interventions.</summary>
public abstract class FeedbackStoreContract : InterventionContract
{
    [TestCase("Perché? 'Noi' 😀")]
    [TestCase(null)]
    public async Task Find_WhatWasSaid_HasEveryField(string? words)
    {
        var feedback = new Feedback((await CreatedAsync()).Id, 4, words, TicketSamples.Customer, Moments.Rome("2026-11-17 09:00"));

        await Database.UseAsync<IFeedbackStore>(feedbacks => feedbacks.AddAsync(feedback, None));

        Assert.That(await FindAsync(feedback.InterventionId), Is.EqualTo(feedback));
        Assert.That(await FindAsync((await CreatedAsync()).Id), Is.Null);
    }

    private Task<Feedback?> FindAsync(InterventionId id) => Database.UseAsync<IFeedbackStore, Feedback?>(feedbacks => feedbacks.FindAsync(id, None));
}
