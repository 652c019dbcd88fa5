using MediatR;
using MisterAssist.Application.Shared;
using NodaTime;

namespace MisterAssist.Application.Idempotency;

/// <summary>Forgets some of the answers that nobody can get any more, so few at a time that no other writer waits for long.</summary>
/// <remarks>Answers with how many they were: none when all are gone.</remarks>
public sealed record ForgetExpiredAnswersCommand : ICommand<int>
{
    internal const int Batch = 200;
}

internal sealed class ForgetExpiredAnswersHandler(IIdempotencyStore answers, IClock clock) : IRequestHandler<ForgetExpiredAnswersCommand, int>
{
    public Task<int> Handle(ForgetExpiredAnswersCommand request, CancellationToken cancellationToken) =>
        answers.RemoveExpiredAsync(clock.GetCurrentInstant(), ForgetExpiredAnswersCommand.Batch, cancellationToken);
}
