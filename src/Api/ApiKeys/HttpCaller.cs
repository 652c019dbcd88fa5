using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.ApiKeys;

/// <summary>Who asks over HTTP.</summary>
internal sealed class HttpCaller : ICaller
{
    public Actor Actor { get; } = new(ActorKind.Staff, "Development", null);

    public CustomerReach Reach => CustomerReach.All;
}
