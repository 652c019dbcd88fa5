using MisterAssist.Api.Telemetry;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets.Attachments;
using NodaTime;

namespace MisterAssist.Api.Tickets.Attachments;

/// <summary>Discards, when it starts and now and then, what is there of files that broke off while they came: a process that is killed leaves such.</summary>
/// <remarks>
/// Whole files are never swept, though one may be of no attachment: the folder may be that of another database too, by mistake or after a restore.
/// </remarks>
internal sealed class BrokenUploads(
    IAttachmentFiles files, [FromKeyedServices(WorldClock.Key)] IClock clock, ILogger<BrokenUploads> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    /// <summary>Long after the last byte of any that may still be coming.</summary>
    private static readonly Duration Grace = Duration.FromHours(1);

    public void Sweep() => files.DiscardBroken(clock.GetCurrentInstant() - Grace);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await Sweeps.TraceAsync("broken_uploads", () =>
                {
                    Sweep();
                    return Task.FromResult(true);
                });
            }
            catch (IOException failure)
            {
                logger.LogWarning(failure, "What broke off of files could not be discarded; it is tried again later");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
