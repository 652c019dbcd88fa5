using System.Reflection;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>Stands for a port that is shown only with a database: it can be handed out, and fails whoever uses it.</summary>
public class Absent : DispatchProxy
{
    public static T Of<T>(IServiceProvider services)
        where T : class => Create<T, Absent>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        throw new InvalidOperationException($"There is no {targetMethod!.DeclaringType!.Name} in memory.");
}
