namespace MisterAssist.TestKit.Customers;

/// <summary>Made-up Italian numbers, with check digits worked out by other means than the product's.</summary>
public static class ItalianNumbers
{
    /// <summary>The value of each character at an odd place of a tax code, as the decree of 1976 lists them.</summary>
    private const string OddPlaces =
        "0=1 1=0 2=5 3=7 4=9 5=13 6=15 7=17 8=19 9=21 A=1 B=0 C=5 D=7 E=9 F=13 G=15 H=17 I=19 J=21 K=2 L=4 M=18 N=20 O=11 P=3 Q=6 R=8 S=12 T=14 U=16 "
        + "V=10 W=22 X=25 Y=24 Z=23";

    private static readonly Dictionary<char, int> Odd = OddPlaces.Split(' ').ToDictionary(pair => pair[0], pair => int.Parse(pair[2..]));

    /// <summary>An eleven-digit number from its first ten digits: what is missing to a multiple of ten, every second digit counted twice.</summary>
    public static string Eleven(string tenDigits)
    {
        var written = tenDigits.Select((digit, i) => i % 2 == 0 ? $"{digit}" : $"{(digit - '0') * 2}");
        var sum = string.Concat(written).Sum(digit => digit - '0');
        return $"{tenDigits}{(1000 - sum) % 10}";
    }

    /// <summary>A tax code of a person from its first fifteen characters.</summary>
    public static string Sixteen(string fifteen)
    {
        var sum = fifteen.Select((c, i) => i % 2 == 0 ? Odd[c] : char.IsDigit(c) ? c - '0' : c - 'A').Sum();
        return $"{fifteen}{"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[sum % 26]}";
    }
}
