using MediatR;

namespace MisterAssist.Application.Shared;

internal sealed class TransactionBehavior<TRequest, TResponse>(ITransactions transactions) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        request is ICommand ? transactions.RunAsync(() => next(), cancellationToken) : next();
}
