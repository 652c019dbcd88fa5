namespace MisterAssist.Application.Shared;

/// <summary>Keeps what it read, for as long as one request of the application is seen to.</summary>
internal interface IForgetful
{
    /// <summary>Another request begins, or the same again after the store failed: what was read before may have changed.</summary>
    void Forget();
}
