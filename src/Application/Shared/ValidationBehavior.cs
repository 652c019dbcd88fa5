using FluentValidation;
using MediatR;

namespace MisterAssist.Application.Shared;

internal sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var failures = validators.SelectMany(v => v.Validate(request).Errors).ToList();
        return failures.Count == 0 ? next() : throw new ValidationException(failures);
    }
}
