using FsCheck;
using FsCheck.Fluent;
using MisterAssist.Domain.Customers;
using MisterAssist.TestKit.Customers;
using MisterAssist.TestKit.Shared;

namespace MisterAssist.Domain.Tests.Customers;

public sealed class ItalianNumbersTests
{
    private const string DigitLetters = "LMNPQRSTUV";

    private static readonly CountryCode Germany = CountryCode.Create("DE", "country");

    private static Gen<string> TenDigits => Gen.Choose(1, 9).SelectMany(first =>
        Gen.Choose(0, 9).ListOf(9).Select(rest => first + string.Concat(rest)));

    private static Gen<string> FifteenCharacters =>
        from letters in Gen.Elements("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray()).ListOf(7)
        from year in Gen.Choose(0, 99)
        from month in Gen.Elements("ABCDEHLMPRST".ToCharArray())
        from day in Gen.Choose(1, 31)
        from woman in Gen.Elements(0, 40)
        from place in Gen.Choose(0, 999)
        select $"{string.Concat(letters.Take(6))}{year:D2}{month}{day + woman:D2}{letters[6]}{place:D3}";

    // Worked out by hand: 0+2+2+6+4+1+6+5+8+9 = 43, so 7.
    [TestCase("01234567897")]
    [TestCase("IT01234567897")]
    [TestCase("it 0123 4567 897")]
    public void VatNumber_OfItaly_IsKeptWithoutPrefixAndSpaces(string text) =>
        Assert.That(VatNumber.Create(text, CountryCode.Italy).Value, Is.EqualTo("01234567897"));

    [TestCase("01234567890", TestName = "Another check digit")]
    [TestCase("1234567897", TestName = "Ten digits")]
    [TestCase("001234567897", TestName = "Twelve digits")]
    [TestCase("00000000000", TestName = "Nothing but zeros")]
    [TestCase("0123456789O", TestName = "A letter")]
    [TestCase("٠١٢٣٤٥٦٧٨٩٧", TestName = "Digits of another script")]
    [TestCase("DE01234567897", TestName = "Prefix of another country")]
    [TestCase("", TestName = "Nothing")]
    public void VatNumber_OfItalyThatIsNone_IsRefused(string text) =>
        Assert.That(() => VatNumber.Create(text, CountryCode.Italy), Refused.With("invalid_vat_number"));

    [TestCase("DE123456789", "123456789")]
    [TestCase("u 12345678", "U12345678")]
    [TestCase("12", "12")]
    [TestCase("1234567890123456789012345678", "1234567890123456789012345678")]
    public void VatNumber_OfAnotherCountry_IsTakenAsItIs(string text, string kept) =>
        Assert.That(VatNumber.Create(text, Germany).Value, Is.EqualTo(kept));

    [TestCase("1")]
    [TestCase("DE1")]
    [TestCase("12345678901234567890123456789")]
    [TestCase("12-34")]
    public void VatNumber_OfAnotherCountryThatIsNone_IsRefused(string text) =>
        Assert.That(() => VatNumber.Create(text, Germany), Refused.With("invalid_vat_number"));

    [Test]
    public void VatNumber_OfGreece_HasAPrefixOfItsOwn() =>
        Assert.That(VatNumber.Create("EL123456789", CountryCode.Create("gr", "country")).Value, Is.EqualTo("123456789"));

    [Property]
    public Property VatNumber_WithItsCheckDigit_IsTakenAndWithNoOther() => Prop.ForAll(TenDigits.ToArbitrary(), ten =>
    {
        var right = ItalianNumbers.Eleven(ten);
        var taken = Enumerable.Range(0, 10).Select(digit => $"{ten}{digit}").Where(IsVatNumber);
        return taken.SequenceEqual([right]);
    });

    [Property]
    public Property VatNumber_WithOneDigitMistyped_IsRefused() => Prop.ForAll(
        TenDigits.ToArbitrary(), Gen.Choose(0, 10).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (ten, place, by) =>
        {
            var digits = ItalianNumbers.Eleven(ten).ToCharArray();
            digits[place] = (char)('0' + (digits[place] - '0' + by) % 10);
            return !IsVatNumber(new(digits));
        });

    [TestCase("nnagpp80a01f205")]
    [TestCase("NNAGPP80A41F205")]
    [TestCase("NNAGPP80T71F205")]
    [TestCase("NNAGPPULA01F205", TestName = "With letters for digits")]
    [TestCase("NNAGPPULALMFNLR", TestName = "With a letter for every digit")]
    public void TaxCode_OfAPerson_IsTakenInCapitals(string fifteen)
    {
        var code = ItalianNumbers.Sixteen(fifteen.ToUpperInvariant());

        var read = TaxCode.Create(code.ToLowerInvariant());

        Assert.That((read.Value, read.IsOfPerson), Is.EqualTo((code, true)));
    }

    [TestCase("NNAGPP80F01F205", TestName = "No such month")]
    [TestCase("NNAGPP80A00F205", TestName = "Day zero")]
    [TestCase("NNAGPP80A32F205", TestName = "Day 32")]
    [TestCase("NNAGPP80A40F205", TestName = "Day zero of a woman")]
    [TestCase("NNAGPP80A72F205", TestName = "Day 32 of a woman")]
    [TestCase("NN1GPP80A01F205", TestName = "Digit in the name")]
    [TestCase("NNAGPPA0A01F205", TestName = "Letter that stands for no digit")]
    [TestCase("NNAGPP80A01F20", TestName = "Fifteen characters")]
    public void TaxCode_OfAnotherForm_IsRefusedThoughItsCheckCharacterFits(string characters) =>
        Assert.That(() => TaxCode.Create(ItalianNumbers.Sixteen(characters)), Refused.With("invalid_tax_code"));

    [Test]
    public void TaxCode_OfAnOrganisation_HasElevenDigits()
    {
        var code = TaxCode.Create("01234567897");

        Assert.That((code.Value, code.IsOfPerson), Is.EqualTo(("01234567897", false)));
        Assert.That(() => TaxCode.Create("01234567890"), Refused.With("invalid_tax_code"));
    }

    [Property]
    public Property TaxCode_WithItsCheckCharacter_IsTakenAndWithNoOther() => Prop.ForAll(FifteenCharacters.ToArbitrary(), fifteen =>
    {
        var right = ItalianNumbers.Sixteen(fifteen);
        var taken = Enumerable.Range('A', 26).Select(letter => $"{fifteen}{(char)letter}").Where(IsTaxCode);
        return taken.SequenceEqual([right]);
    });

    [Property]
    public Property TaxCode_WithLettersForDigits_IsTakenWithTheCheckCharacterOfWhatIsWritten() => Prop.ForAll(
        FifteenCharacters.ToArbitrary(), Gen.Choose(0, 127).ToArbitrary(), (fifteen, which) =>
        {
            int[] places = [6, 7, 9, 10, 12, 13, 14];
            var characters = fifteen.ToCharArray();
            foreach (var (place, i) in places.Select((place, i) => (place, i)))
            {
                if ((which & (1 << i)) != 0)
                    characters[place] = DigitLetters[characters[place] - '0'];
            }

            return IsTaxCode(ItalianNumbers.Sixteen(new(characters)));
        });

    private static bool IsVatNumber(string text) => Holds(() => VatNumber.Create(text, CountryCode.Italy));

    private static bool IsTaxCode(string text) => Holds(() => TaxCode.Create(text));

    private static bool Holds(Func<object> create)
    {
        try
        {
            create();
            return true;
        }
        catch (Domain.Shared.BusinessException)
        {
            return false;
        }
    }
}
