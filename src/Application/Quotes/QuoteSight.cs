using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Application.Quotes;

/// <summary>Which quotes somebody may see: those of customers within reach, drafts for staff alone.</summary>
public sealed record QuoteSight(CustomerReach Reach, bool WithDrafts)
{
    internal static QuoteSight Of(ICaller caller) => new(caller.Reach, caller.Actor.Kind == ActorKind.Staff);

    internal static QuoteSight Of(ChangeLog log) => new(log.Reach, log.Actor.Kind == ActorKind.Staff);
}
