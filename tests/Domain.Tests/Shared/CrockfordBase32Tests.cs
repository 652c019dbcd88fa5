using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Tests.Shared;

public sealed class CrockfordBase32Tests
{
    private const string Highest = "7zzzzzzzzzzzzzzzzzzzzzzzzz";

    [TestCase("00000000-0000-0000-0000-000000000000", "00000000000000000000000000", TestName = "The lowest id")]
    [TestCase("00000000-0000-0000-0000-000000000001", "00000000000000000000000001", TestName = "The id after it")]
    [TestCase("00000000-0000-0000-0000-000000000020", "00000000000000000000000010", TestName = "Five bits make a character")]
    [TestCase("80000000-0000-0000-0000-000000000000", "40000000000000000000000000", TestName = "The highest bit comes first")]
    [TestCase("ffffffff-ffff-ffff-ffff-ffffffffffff", Highest, TestName = "The highest id")]
    [TestCase("0123e456-7890-7abc-8def-0123456789ab", "014fj5cy4gfay8vvr14d2pf2db", TestName = "An id in between")]
    public void Encode_WritesBigEndianGroupsOfFiveBits(string id, string text) =>
        Assert.That(CrockfordBase32.Encode(Guid.Parse(id)), Is.EqualTo(text));

    [Property]
    public void TryDecode_ReadsWhatEncodeWrites(Guid id)
    {
        var isRead = CrockfordBase32.TryDecode(CrockfordBase32.Encode(id), out var decoded);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(isRead, Is.True);
            Assert.That(decoded, Is.EqualTo(id));
        }
    }

    [Property]
    public void Encode_WritesTheAlphabetOnly(Guid id) =>
        Assert.That(CrockfordBase32.Encode(id), Does.Match("^[0-7][0-9a-hjkmnp-tv-z]{25}$"));

    [Property]
    public void Encode_KeepsTheOrderOfIds(Guid one, Guid other)
    {
        var order = string.CompareOrdinal(CrockfordBase32.Encode(one), CrockfordBase32.Encode(other));

        Assert.That(Math.Sign(order), Is.EqualTo(Math.Sign(string.CompareOrdinal(BigEndian(one), BigEndian(other)))));
    }

    [TestCase("", TestName = "Nothing is no id")]
    [TestCase("7zzzzzzzzzzzzzzzzzzzzzzzz", TestName = "25 characters are no id")]
    [TestCase("7zzzzzzzzzzzzzzzzzzzzzzzzzz", TestName = "27 characters are no id")]
    [TestCase("80000000000000000000000000", TestName = "129 bits are no id")]
    [TestCase("z0000000000000000000000000", TestName = "130 bits are no id")]
    [TestCase("7ZZZZZZZZZZZZZZZZZZZZZZZZZ", TestName = "Capitals are no id")]
    [TestCase("0000000000000000000000000i", TestName = "The letter i is not in the alphabet")]
    [TestCase("0000000000000000000000000l", TestName = "The letter l is not in the alphabet")]
    [TestCase("0000000000000000000000000o", TestName = "The letter o is not in the alphabet")]
    [TestCase("0000000000000000000000000u", TestName = "The letter u is not in the alphabet")]
    [TestCase("0000000000000-000000000000", TestName = "A hyphen is not in the alphabet")]
    [TestCase(" 0000000000000000000000000", TestName = "A space before is not read over")]
    [TestCase("000000000000000000000000é0", TestName = "Letters beyond ASCII are not in the alphabet")]
    public void TryDecode_WhenTextIsNoId_Refuses(string text)
    {
        var isRead = CrockfordBase32.TryDecode(text, out var id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(isRead, Is.False);
            Assert.That(id, Is.EqualTo(Guid.Empty));
        }
    }

    private static string BigEndian(Guid id) => Convert.ToHexString(id.ToByteArray(bigEndian: true));
}
