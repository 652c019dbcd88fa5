using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Errors;
using MisterAssist.Api.Tickets.Attachments;
using MisterAssist.Application.Idempotency;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.Idempotency;

/// <summary>A request that carries a key, read to the end of its body.</summary>
/// <param name="Key">What makes it the same request when it comes again.</param>
/// <param name="Fingerprint">Of its query, the version that it knows, the type of its body and the body: what must be the same then.</param>
/// <param name="Seal">Of what is kept of its answer.</param>
internal sealed record KeyedRequest(IdempotencyKey Key, string Fingerprint, AnswerSeal Seal)
{
    public const string Header = "Idempotency-Key";

    private const int ChunkBytes = 64 * 1024;

    /// <exception cref="InvalidRequestException">The key is not one.</exception>
    public static async Task<KeyedRequest> ReadAsync(HttpRequest request, ApiKeyId credential)
    {
        if (!TryReadKey(request.Headers[Header], out var key))
        {
            throw new InvalidRequestException("invalid_request", [Fault.InHeader(
                Header, "invalid_value", $"One key of 1 to {IdempotencyKey.MaxLength} visible ASCII characters is needed, without spaces.")]);
        }

        var target = $"{request.Method} {(request.PathBase + request.Path).ToUriComponent()}";
        var seal = new AnswerSeal(request.Headers[ApiKeyAuthentication.Header].ToString(), key);
        return new(new(credential.Value, target, key), await FingerprintAsync(request), seal);
    }

    private static bool TryReadKey(IReadOnlyList<string?> given, out string key)
    {
        key = given is [{ } only] ? only : "";
        if (key is ['"', .. var quoted, '"'])
            key = quoted;
        return key.Length is > 0 and <= IdempotencyKey.MaxLength && key.All(c => c is > ' ' and <= '~');
    }

    private static async Task<string> FingerprintAsync(HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(
            $"{request.QueryString}\n{request.Headers[HeaderNames.ContentType]}\n{request.Headers[HeaderNames.IfMatch]}\n"));
        if (request.HttpContext.Features.Get<ReceivedFile>() is { } file)
            hash.AppendData(Encoding.ASCII.GetBytes(file.Content.Sha256));
        else
            await AppendBodyAsync(hash, request);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task AppendBodyAsync(IncrementalHash hash, HttpRequest request)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            for (int read; (read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0;)
                hash.AppendData(chunk, 0, read);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        request.Body.Position = 0;
    }
}
