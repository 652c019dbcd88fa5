using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Application.Shared;

/// <summary>Who asks.</summary>
public interface ICaller
{
    Actor Actor { get; }

    /// <summary>The customers that they may see.</summary>
    CustomerReach Reach { get; }
}
