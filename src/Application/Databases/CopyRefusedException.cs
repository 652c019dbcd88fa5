namespace MisterAssist.Application.Databases;

/// <summary>A database cannot be copied; the message says why. Nothing was.</summary>
public sealed class CopyRefusedException(string message, Exception? inner = null) : Exception(message, inner);
