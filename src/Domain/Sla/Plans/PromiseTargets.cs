using NodaTime;

namespace MisterAssist.Domain.Sla.Plans;

/// <summary>How much working time a plan allows itself for each kind of promise, in its own coverage.</summary>
public sealed record PromiseTargets
{
    private PromiseTargets(Duration? response, Duration confirmation, Duration? presence) =>
        (Response, Confirmation, Presence) = (response, confirmation, presence);

    /// <summary>The longest target, 1,000 working hours: half a year of office days is no longer a promise.</summary>
    public static Duration Longest { get; } = Duration.FromHours(1000);

    /// <summary>For every ticket; null where the plan promises none (Standard).</summary>
    public Duration? Response { get; }

    /// <summary>For every ticket that is handled as normal.</summary>
    public Duration Confirmation { get; }

    /// <summary>For every ticket that is handled as urgent; null where urgent tickets are handled as normal (Bronze).</summary>
    public Duration? Presence { get; }

    /// <exception cref="Shared.BusinessException">A target is not a whole number of seconds, from one second to <see cref="Longest"/>.</exception>
    public static PromiseTargets Create(Duration? response, Duration confirmation, Duration? presence)
    {
        Check(response, "response");
        Check(confirmation, "confirmation");
        Check(presence, "presence");
        return new(response, confirmation, presence);
    }

    /// <summary>How a report of that urgency is handled: a plan without a target for presence knows no urgent ones.</summary>
    public Urgency HandledAs(Urgency reported) => Presence is null ? Urgency.Normal : reported;

    /// <summary>What is promised for a report of that urgency, in the order response, confirmation, presence.</summary>
    public IEnumerable<(PromiseKind Kind, Duration WorkingTime)> For(Urgency reported)
    {
        if (Response is { } response)
            yield return (PromiseKind.Response, response);

        if (HandledAs(reported) == Urgency.Urgent)
            yield return (PromiseKind.Presence, Presence!.Value);
        else
            yield return (PromiseKind.Confirmation, Confirmation);
    }

    /// <summary>The target of one kind of promise, whatever the urgency; null where the plan has none.</summary>
    public Duration? Of(PromiseKind kind) => kind switch
    {
        PromiseKind.Response => Response,
        PromiseKind.Confirmation => Confirmation,
        PromiseKind.Presence => Presence,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static void Check(Duration? target, string field)
    {
        if (target is { } amount && (amount <= Duration.Zero || amount > Longest || amount.NanosecondOfDay % NodaConstants.NanosecondsPerSecond != 0))
            throw PlanErrors.TargetOutOfRange(field);
    }
}
