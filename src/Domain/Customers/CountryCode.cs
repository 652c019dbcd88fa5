using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.Customers;

/// <summary>A country by its ISO 3166-1 alpha-2 code.</summary>
public readonly record struct CountryCode
{
    public const int Length = 2;

    private const string Codes =
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN "
        + "CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM "
        + "HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK "
        + "ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW "
        + "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI "
        + "VN VU WF WS YE YT ZA ZM ZW";

    private static readonly HashSet<string> Known = [.. Codes.Split(' ')];

    private readonly string? _value;

    private CountryCode(string value) => _value = value;

    public static CountryCode Italy { get; } = new("IT");

    /// <summary>Two letters A to Z.</summary>
    public string Value => _value ?? "IT";

    public bool IsItaly => Value == "IT";

    /// <summary>What VAT numbers of the country begin with where they are written with a prefix: EL for Greece, elsewhere its code.</summary>
    internal string VatPrefix => Value == "GR" ? "EL" : Value;

    /// <param name="text">Two letters in any case.</param>
    /// <param name="field">Where the caller wrote it, for the refusal.</param>
    /// <exception cref="BusinessException">There is no country of that code.</exception>
    public static CountryCode Create(string text, string field) =>
        text.ToUpperInvariant() is var code && Known.Contains(code) ? new(code) : throw CustomerErrors.UnknownCountry(text, field);

    /// <summary>For persistence only.</summary>
    public static CountryCode FromState(string value) => new(value);

    public override string ToString() => Value;
}
