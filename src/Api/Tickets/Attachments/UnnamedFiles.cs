using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets.Attachments;
using NodaTime;

namespace MisterAssist.Api.Tickets.Attachments;

/// <summary>Discards, when it starts and now and then, the files that no attachment names: a process that is killed can leave one.</summary>
internal sealed class UnnamedFiles(
    IServiceScopeFactory scopes, IAttachmentFiles files, [FromKeyedServices(WorldClock.Key)] IClock clock, ILogger<UnnamedFiles> logger)
    : BackgroundService
{
    private const int Batch = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    /// <summary>Long after the last request that can still be about to name it.</summary>
    private static readonly Duration Grace = Duration.FromHours(1);

    public async Task SweepAsync(CancellationToken ct)
    {
        foreach (var some in files.ListUntouchedSince(clock.GetCurrentInstant() - Grace).Chunk(Batch))
        {
            await using var scope = scopes.CreateAsyncScope();
            foreach (var unnamed in await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ListUnnamedFilesQuery(some), ct))
            {
                logger.LogInformation("File {Id} is of no attachment, and is discarded", unnamed);
                files.Discard(unnamed);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogWarning(failure, "Files of no attachment could not be discarded; it is tried again later");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
