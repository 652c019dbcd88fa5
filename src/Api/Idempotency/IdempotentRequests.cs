using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Errors;
using MisterAssist.Application.Idempotency;
using MisterAssist.Application.Shared;
using NodaTime;

namespace MisterAssist.Api.Idempotency;

/// <summary>Answers a request that comes again with the same key as it was answered at first, without doing it again.</summary>
/// <remarks>
/// What a request does and the answer to it are kept in one transaction, which begins when its body is there as a whole and ends before the
/// answer goes out. A refusal leaves nothing but itself. So where the store fails in the midst of it, what is kept tells whether it was done.
/// </remarks>
internal sealed class IdempotentRequests(RequestDelegate next, RunningRequests running, IClock clock)
{
    public const string Replayed = "Idempotency-Replayed";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    /// <summary>Whether it has a key, and asks for something that has an effect.</summary>
    public static bool AreMeantBy(HttpContext context) =>
        context.Request.Headers.ContainsKey(KeyedRequest.Header)
        && HttpMethods.IsPost(context.Request.Method)
        && context.GetEndpoint() is RouteEndpoint endpoint
        && endpoint.Metadata.GetMetadata<IdempotencyKeys>() is { AreTaken: true };

    public async Task InvokeAsync(HttpContext context, IIdempotencyStore answers, ITransactions transactions)
    {
        var request = await KeyedRequest.ReadAsync(context.Request, ApiKeyIdentity.KeyOf(context.User)!.Id);
        using var turn = await running.TakeTurnAsync(request.Key, LongestWait, context.RequestAborted);
        if (turn is null)
            await RefuseWhileRunningAsync(context);
        else
            await AnswerAsync();

        async Task AnswerAsync(bool isSecond = false)
        {
            try
            {
                if (await answers.FindAsync(request.Key, clock.GetCurrentInstant(), context.RequestAborted) is { } kept)
                    await AnswerAgainAsync(context, request, kept);
                else
                    await AnswerFirstAsync(context, request, answers, transactions);
            }
            catch (OutcomeUnknownException) when (!isSecond)
            {
                // Where no answer was kept nothing was done, or is not yet: then the unique key decides, as between twins.
                await AnswerAsync(isSecond: true);
            }
        }
    }

    private async Task AnswerFirstAsync(HttpContext context, KeyedRequest request, IIdempotencyStore answers, ITransactions transactions)
    {
        var ct = context.RequestAborted;
        using var held = new HeldAnswer(context);
        try
        {
            var refusal = await RunAsync(context, request, held, answers, transactions);
            if (refusal is { Status: 404 or 409 or 412 or 422 })
                await transactions.RunAsync(() => AddAsync(refusal), ct);
            await held.SendAsync(ct);
        }
        catch (AnsweredMeanwhileException)
        {
            held.Discard();
            var theirs = await answers.FindAsync(request.Key, clock.GetCurrentInstant(), ct);
            await AnswerAgainAsync(context, request, theirs ?? throw new BusyException(new TimeoutException()));
        }

        async Task<bool> AddAsync(KeptAnswer answer)
        {
            await answers.AddAsync(request.Key, answer, ct);
            return true;
        }
    }

    /// <summary>Does what is asked for and keeps the answer, or does nothing and gives the refusal.</summary>
    private async Task<KeptAnswer?> RunAsync(
        HttpContext context, KeyedRequest request, HeldAnswer held, IIdempotencyStore answers, ITransactions transactions)
    {
        var ct = context.RequestAborted;
        try
        {
            return await transactions.RunAsync<KeptAnswer?>(
                async () =>
                {
                    held.Begin();
                    await next(context);
                    // Whoever has gone, or waited for too long, is told nothing that could be kept.
                    ct.ThrowIfCancellationRequested();
                    var answer = await held.ReadAsync(request, clock.GetCurrentInstant());
                    if (answer.Status >= StatusCodes.Status400BadRequest)
                        throw new RefusedException(answer);

                    await answers.AddAsync(request.Key, answer, ct);
                    return null;
                },
                ct);
        }
        catch (RefusedException refused)
        {
            return refused.Answer;
        }
    }

    private static Task AnswerAgainAsync(HttpContext context, KeyedRequest request, KeptAnswer kept)
    {
        if (kept.Fingerprint != request.Fingerprint)
        {
            const string detail = "This key was sent before with another body, query, content type or If-Match: use a new key for a new request.";
            return Problems.WriteAsync(
                context, StatusCodes.Status422UnprocessableEntity, "idempotency_key_reused", detail,
                [Fault.InHeader(KeyedRequest.Header, "idempotency_key_reused", detail)]);
        }

        context.Response.Headers[Replayed] = "true";
        return HeldAnswer.SendAsync(context.Response, kept, request.Seal, context.RequestAborted);
    }

    private static Task RefuseWhileRunningAsync(HttpContext context)
    {
        const string detail = "A request with this key is still being answered: send it again in a moment to get its answer.";
        context.Response.Headers.RetryAfter = "1";
        return Problems.WriteAsync(
            context, StatusCodes.Status409Conflict, "idempotency_in_progress", detail,
            [Fault.InHeader(KeyedRequest.Header, "idempotency_in_progress", detail)]);
    }

    /// <summary>Undoes the transaction: what is refused has no effect.</summary>
    private sealed class RefusedException(KeptAnswer answer) : Exception
    {
        public KeptAnswer Answer { get; } = answer;
    }
}
