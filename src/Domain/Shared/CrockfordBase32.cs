using System.Buffers.Binary;

namespace MisterAssist.Domain.Shared;

/// <summary>Writes a 128-bit id as 26 lower-case characters of Crockford's base 32, and reads it back.</summary>
/// <remarks>Big-endian, so text sorts as the ids do: version 7 ids by the instant at which they were made.</remarks>
public static class CrockfordBase32
{
    /// <summary>Characters of an encoded id: 26 × 5 bits, of which the two highest are always zero.</summary>
    public const int Length = 26;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string Encode(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var value = BinaryPrimitives.ReadUInt128BigEndian(bytes);

        return string.Create(Length, value, static (text, rest) =>
        {
            for (var i = Length - 1; i >= 0; i--)
            {
                text[i] = Alphabet[(int)(rest & 31)];
                rest >>= 5;
            }
        });
    }

    /// <summary>Reads exactly what <see cref="Encode"/> writes: other alphabets, cases and lengths are not ids.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, out Guid id)
    {
        id = Guid.Empty;
        if (text.Length != Length || text[0] > '7')
            return false;

        var value = UInt128.Zero;
        foreach (var c in text)
        {
            var digit = Alphabet.IndexOf(c);
            if (digit < 0)
                return false;
            value = (value << 5) | (uint)digit;
        }

        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        id = new Guid(bytes, bigEndian: true);
        return true;
    }
}
