using MisterAssist.Application.Shared;

namespace MisterAssist.Api.Http;

/// <summary>Runs an operation that reads before it changes in one transaction: nobody changes anything in between.</summary>
/// <remarks>It begins when the body has been read, and ends before the answer is written.</remarks>
internal sealed class OneTransaction : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await context.HttpContext.RequestServices.GetRequiredService<ITransactions>()
            .RunAsync(() => next(context).AsTask(), context.HttpContext.RequestAborted);
}
