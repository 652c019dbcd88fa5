using Microsoft.AspNetCore.Http;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Tests.Idempotency;

/// <summary>Somebody of the staff, with the key whose number stands in a header.</summary>
internal sealed class CallerOfAHeader(IHttpContextAccessor accessor) : ICaller
{
    public const string Name = "X-Test-Credential";

    public Actor Actor => new(ActorKind.Staff, "Test", KeyId);

    public CustomerReach Reach => CustomerReach.All;

    private Guid? KeyId => byte.TryParse(accessor.HttpContext?.Request.Headers[Name].ToString(), out var number)
        ? new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])
        : null;
}
