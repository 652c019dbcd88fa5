namespace MisterAssist.Api.Errors;

/// <summary>A change was asked for by somebody who did not say, or did not know, which version stands.</summary>
internal sealed class PreconditionException(int status, string currentTag) : Exception
{
    public int Status { get; } = status;

    /// <summary>The <c>ETag</c> of the version that stands.</summary>
    public string CurrentTag { get; } = currentTag;
}
