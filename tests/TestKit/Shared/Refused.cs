using MisterAssist.Domain.Shared;
using NUnit.Framework;
using NUnit.Framework.Constraints;

namespace MisterAssist.TestKit.Shared;

/// <summary>Expects a refusal by its code, never by its text.</summary>
public static class Refused
{
    public static IResolveConstraint With(string code) =>
        Throws.TypeOf<BusinessException>().With.Property(nameof(BusinessException.Code)).EqualTo(code);
}
