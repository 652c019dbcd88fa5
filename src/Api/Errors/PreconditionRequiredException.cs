namespace MisterAssist.Api.Errors;

/// <summary>A change was asked for by somebody who did not say which version they know.</summary>
internal sealed class PreconditionRequiredException : Exception;
