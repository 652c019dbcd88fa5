using MediatR;
using NodaTime;

namespace MisterAssist.Application.Sandbox;

/// <summary>Asks what time it is in the sandbox.</summary>
public sealed record ReadSandboxClockQuery : IRequest<Instant>;

internal sealed class ReadSandboxClockHandler(ISandboxClock sandbox) : IRequestHandler<ReadSandboxClockQuery, Instant>
{
    public Task<Instant> Handle(ReadSandboxClockQuery request, CancellationToken cancellationToken) => sandbox.ReadAsync(cancellationToken);
}
