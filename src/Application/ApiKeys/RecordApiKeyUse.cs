using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using NodaTime;

namespace MisterAssist.Application.ApiKeys;

/// <summary>Keeps when an API key was used.</summary>
public sealed record RecordApiKeyUseCommand(ApiKeyId Id, Instant At) : ICommand<Unit>;

internal sealed class RecordApiKeyUseHandler(IApiKeyStore keys) : IRequestHandler<RecordApiKeyUseCommand, Unit>
{
    public async Task<Unit> Handle(RecordApiKeyUseCommand request, CancellationToken cancellationToken)
    {
        await keys.RecordUseAsync(request.Id, request.At, cancellationToken);
        return Unit.Value;
    }
}
