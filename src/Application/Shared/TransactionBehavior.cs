using MediatR;

namespace MisterAssist.Application.Shared;

internal sealed class TransactionBehavior<TRequest, TResponse>(ITransactions transactions, IEnumerable<IForgetful> memories)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        return request is ICommand ? transactions.RunAsync(AnewAsync, cancellationToken) : AnewAsync();

        Task<TResponse> AnewAsync()
        {
            foreach (var memory in memories)
                memory.Forget();
            return next();
        }
    }
}
