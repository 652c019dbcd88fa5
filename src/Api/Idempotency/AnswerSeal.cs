using System.Security.Cryptography;
using System.Text;

namespace MisterAssist.Api.Idempotency;

/// <summary>Closes what is kept of an answer to all but who sends the request again: it may hold a secret that is shown once.</summary>
/// <remarks>The key comes of what the caller alone has, the secret of their API key and the idempotency key, and is kept nowhere.</remarks>
internal sealed class AnswerSeal
{
    private const int KeyBytes = 32;

    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;
    private static readonly byte[] Purpose = "kept answer"u8.ToArray();

    private readonly byte[] _key;

    public AnswerSeal(string secret, string idempotencyKey) =>
        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes($"{secret}\n{idempotencyKey}"), KeyBytes, info: Purpose);

    public byte[] Close(byte[] body)
    {
        var closed = new byte[NonceBytes + TagBytes + body.Length];
        var (nonce, tag, text) = PartsOf(closed);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(nonce.Span, body, text.Span, tag.Span);
        return closed;
    }

    public byte[] Open(byte[] closed)
    {
        var (nonce, tag, text) = PartsOf(closed);
        var body = new byte[text.Length];
        using var aes = new AesGcm(_key, TagBytes);
        aes.Decrypt(nonce.Span, text.Span, tag.Span, body);
        return body;
    }

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Text) PartsOf(byte[] closed) =>
        (closed.AsMemory(0, NonceBytes), closed.AsMemory(NonceBytes, TagBytes), closed.AsMemory(NonceBytes + TagBytes));
}
