using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace MisterAssist.Domain.ApiKeys;

/// <summary>What the holder of a key sends: <c>ma_live_</c>, 30 random characters and 6 that check them, all of them letters or digits.</summary>
/// <remarks>Shown to the holder once and never kept; printed, it hides itself.</remarks>
public sealed class ApiKeySecret
{
    /// <summary>Characters in all.</summary>
    public const int Length = 44;

    /// <summary>How a secret looks.</summary>
    public const string Pattern = "^ma_live_[0-9A-Za-z]{36}$";

    private const string Mark = "ma_live_";
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int RandomLength = 30;
    private const int CheckLength = 6;
    private const int ShownLength = 4;

    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    private readonly string _text;

    private ApiKeySecret(string text) => _text = text;

    /// <summary>A new one: 178 bits that nobody can guess.</summary>
    public static ApiKeySecret New()
    {
        var random = RandomNumberGenerator.GetString(Alphabet, RandomLength);
        return new(Mark + random + CheckOf(random));
    }

    /// <summary>Reads a secret, or gives null where it can be none: a wrong form, or characters that do not check.</summary>
    public static ApiKeySecret? Parse(string text)
    {
        if (text.Length != Length || !text.StartsWith(Mark, StringComparison.Ordinal))
            return null;

        var random = text.AsSpan(Mark.Length, RandomLength);
        return !random.ContainsAnyExcept(Characters) && text.AsSpan(Length - CheckLength).SequenceEqual(CheckOf(random))
            ? new(text)
            : null;
    }

    /// <summary>The secret itself, for its holder alone.</summary>
    public string Reveal() => _text;

    /// <summary>What may be kept of it.</summary>
    public KeptSecret ToKept() => new(
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(_text))),
        _text[..(Mark.Length + ShownLength)],
        _text[^ShownLength..]);

    /// <summary>Its beginning and end.</summary>
    public override string ToString() => $"{ToKept().Prefix}…{ToKept().LastFour}";

    /// <summary>The CRC-32 of the random characters, in base 62.</summary>
    private static string CheckOf(ReadOnlySpan<char> random)
    {
        const uint polynomial = 0xEDB88320;
        var crc = uint.MaxValue;
        foreach (var character in random)
        {
            crc ^= character;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ polynomial;
        }

        return string.Create(CheckLength, ~crc, static (text, rest) =>
        {
            for (var i = CheckLength - 1; i >= 0; i--)
            {
                text[i] = Alphabet[(int)(rest % Alphabet.Length)];
                rest /= (uint)Alphabet.Length;
            }
        });
    }
}

/// <summary>What is kept of a secret: enough to know it again, and to tell it from others; not enough to use it.</summary>
/// <param name="Hash">The SHA-256 of its characters, in lower-case hexadecimal. A random secret needs no slower hash.</param>
/// <param name="Prefix">Its first twelve characters.</param>
/// <param name="LastFour">Its last four.</param>
public sealed record KeptSecret(string Hash, string Prefix, string LastFour)
{
    /// <summary>Whether both were kept of the same secret; takes the same time whatever the answer.</summary>
    public bool Matches(KeptSecret other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash), Encoding.ASCII.GetBytes(other.Hash));
}
