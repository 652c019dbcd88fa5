using Microsoft.Extensions.Configuration;
using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Documents;

namespace MisterAssist.Infrastructure.Tests.Documents;

/// <summary>The fonts of the machine that runs the tests; where it has none, what needs one is ignored.</summary>
internal static class MachineFonts
{
    private static readonly DocumentFonts Found = DocumentFonts.From(new ConfigurationBuilder().Build(), ".");

    public static DocumentFonts Some()
    {
        try
        {
            Assert.That(Found.Regular.GlyphCount, Is.Positive);
        }
        catch (SettingsException none)
        {
            Assert.Ignore(none.Message);
        }

        return Found;
    }
}
