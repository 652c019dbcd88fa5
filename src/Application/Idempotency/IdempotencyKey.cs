namespace MisterAssist.Application.Idempotency;

/// <summary>What makes two requests the same one, sent again.</summary>
/// <param name="Credential">The API key that the caller used.</param>
/// <param name="Target">Method and path, such as <c>POST /v1/tickets</c>.</param>
/// <param name="Key">As the caller chose it.</param>
public sealed record IdempotencyKey(Guid Credential, string Target, string Key)
{
    public const int MaxLength = 255;
}
