namespace MisterAssist.Application.Shared;

/// <summary>Runs work in one transaction of the store: all of it happens, or none.</summary>
public interface ITransactions
{
    /// <param name="work">What is done. Where the store fails before the end, it is undone and may be run again: it changes nothing but the store.</param>
    /// <param name="ct">Cancels, until all is done and only has to be made to stay.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    Task<TResult> RunAsync<TResult>(Func<Task<TResult>> work, CancellationToken ct);
}
