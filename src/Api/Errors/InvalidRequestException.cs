namespace MisterAssist.Api.Errors;

/// <summary>The request itself is wrong: its JSON, a field, a parameter or a header. All faults at once.</summary>
internal sealed class InvalidRequestException(string code, IReadOnlyList<Fault> faults) : Exception(code)
{
    public string Code { get; } = code;

    public IReadOnlyList<Fault> Faults { get; } = faults;
}
