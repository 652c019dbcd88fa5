using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MisterAssist.Application.Idempotency;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Idempotency;

internal sealed class KeptAnswerRow
{
    public required string Id { get; init; }

    public required string Fingerprint { get; init; }

    public required int Status { get; init; }

    public required string Headers { get; init; }

    public required byte[] Body { get; init; }

    public required string KeptAt { get; init; }

    public required string ExpiresAt { get; init; }

    public static KeptAnswerRow From(IdempotencyKey key, KeptAnswer answer) => new()
    {
        Id = IdOf(key),
        Fingerprint = answer.Fingerprint,
        Status = answer.Status,
        Headers = JsonSerializer.Serialize(answer.Headers),
        Body = answer.Body,
        KeptAt = DbText.From(answer.KeptAt),
        ExpiresAt = DbText.From(answer.ExpiresAt),
    };

    public static string IdOf(IdempotencyKey key) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{DbText.From(key.Credential)}\n{key.Target}\n{key.Key}")));

    public KeptAnswer ToAnswer() => new(
        Fingerprint, Status, JsonSerializer.Deserialize<Dictionary<string, string>>(Headers)!, Body, DbText.ToInstant(KeptAt));
}
