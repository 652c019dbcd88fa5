using MediatR;

namespace MisterAssist.Application.Shared;

/// <summary>A request that changes something, and so runs in one transaction.</summary>
public interface ICommand;

/// <inheritdoc cref="ICommand"/>
public interface ICommand<out TResult> : IRequest<TResult>, ICommand;
