using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>Somebody of the staff who may see everybody, until a test says otherwise.</summary>
internal sealed class TestCaller : ICaller
{
    public Actor Actor { get; set; } = new(ActorKind.Staff, "Giulia Ferri", null);

    public CustomerReach Reach { get; set; } = CustomerReach.All;
}
