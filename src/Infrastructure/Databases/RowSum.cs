using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace MisterAssist.Infrastructure.Databases;

/// <summary>A checksum of rows, in whichever order they come: the sum of the SHA-256 of each, in four parts of 64 bits.</summary>
internal sealed class RowSum
{
    private const int Parts = 4;

    private readonly ulong[] _sum = new ulong[Parts];

    public long Rows { get; private set; }

    /// <param name="values">Null, whole numbers, text and bytes, in the order of the columns.</param>
    public void Add(IEnumerable<object?> values)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> head = stackalloc byte[1 + sizeof(int)];
        foreach (var value in values)
        {
            var (kind, bytes) = BytesOf(value);
            head[0] = kind;
            BinaryPrimitives.WriteInt32LittleEndian(head[1..], bytes.Length);
            hash.AppendData(head);
            hash.AppendData(bytes);
        }

        var sum = hash.GetHashAndReset();
        for (var i = 0; i < Parts; i++)
            _sum[i] = unchecked(_sum[i] + BinaryPrimitives.ReadUInt64LittleEndian(sum.AsSpan(i * sizeof(ulong))));
        Rows++;
    }

    /// <summary>64 hexadecimal digits.</summary>
    public override string ToString() => string.Concat(_sum.Select(part => part.ToString("x16", CultureInfo.InvariantCulture)));

    private static (byte Kind, byte[] Bytes) BytesOf(object? value) => value switch
    {
        null => (0, []),
        long number => (1, BitConverter.GetBytes(number)),
        string text => (2, MemoryMarshal.AsBytes(text.AsSpan()).ToArray()),
        byte[] bytes => (3, bytes),
        _ => throw new ArgumentException($"no column holds a {value.GetType()}", nameof(value)),
    };
}
