using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Parts;
using NodaTime;

namespace MisterAssist.Application.Parts;

/// <summary>Takes a part out of the catalogue: nobody fits it any more, and what named it still does.</summary>
public sealed record RetirePartCommand(PartId Id, KnownVersion Known) : ICommand<Unit>;

internal sealed class RetirePartHandler(IPartStore parts, IClock clock) : IRequestHandler<RetirePartCommand, Unit>
{
    public async Task<Unit> Handle(RetirePartCommand request, CancellationToken cancellationToken)
    {
        // What was retired is not there to be retired again, whatever version is known of it.
        if (await parts.FindAsync(request.Id, cancellationToken) is not { RetiredAt: null } part)
            throw PartErrors.NotFound();
        request.Known.Require(part.Version);

        part.Retire(clock.GetCurrentInstant());

        await parts.SaveAsync(part, cancellationToken);
        return Unit.Value;
    }
}
