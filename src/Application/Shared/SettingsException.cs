namespace MisterAssist.Application.Shared;

/// <summary>A setting with which the application cannot start; the message names it.</summary>
public sealed class SettingsException(string message, Exception? inner = null) : Exception(message, inner);
