using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.TestKit.ApiKeys;

public static class SecretSamples
{
    /// <summary>The same with one random character changed, so that it does not check any more.</summary>
    public static string Mistyped(ApiKeySecret secret)
    {
        var text = secret.Reveal().ToCharArray();
        text[20] = text[20] == 'x' ? 'y' : 'x';
        return new(text);
    }
}
