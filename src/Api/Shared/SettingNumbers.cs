using System.Globalization;
using MisterAssist.Application.Shared;

namespace MisterAssist.Api.Shared;

/// <summary>Reads whole numbers from settings.</summary>
internal static class SettingNumbers
{
    /// <exception cref="SettingsException">It is there, and no whole number within the bounds.</exception>
    public static int Number(this IConfigurationSection section, string name, int usual, int least, int most)
    {
        if (section[name] is not { } text)
            return usual;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new SettingsException($"{section.Path}:{name} must be a whole number from {least} to {most}.");
    }
}
