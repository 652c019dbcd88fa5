namespace MisterAssist.Application.Shared;

/// <summary>Runs work in one transaction of the store: all of it happens, or none.</summary>
public interface ITransactions
{
    Task<TResult> RunAsync<TResult>(Func<Task<TResult>> work, CancellationToken ct);
}
