using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Scans.Running;

/// <summary>
/// Writes what was read, beside the reading: one transaction for many objects. It looks for results on a beat instead of being woken by each,
/// so a fast scan costs fifty looks a second and not one for every object.
/// </summary>
internal sealed class BatchWriter(ScanRun run, ScanWindow window, ScanLedger ledger, IOptions<ScanOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);

    /// <summary>Writes until the source is at its end and everything is in.</summary>
    /// <exception cref="LeaseLostException">Somebody else holds the scan.</exception>
    public async Task RunAsync(ChannelReader<ReadObject> source, CancellationToken cancellationToken)
    {
        while (await source.WaitToReadAsync(cancellationToken))
        {
            var batch = await CollectAsync(source, cancellationToken);
            var written = new ScanBatch(run, batch, time.GetUtcNow().UtcDateTime);
            var step = written.Step(window.Leave(written.Numbers));
            var began = time.GetTimestamp();
            using (ScanMeasures.Writing(batch.Count))
            {
                var changes = await ledger.WriteAsync(run, written, step, cancellationToken);
                run.Tally.Committed(changes, written.AtUtc);
            }

            ScanMeasures.Written(run.Scan, step, time.GetElapsedTime(began));
        }
    }

    private async Task<List<ReadObject>> CollectAsync(ChannelReader<ReadObject> source, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        var limit = options.Value.BatchObjects;
        var batch = new List<ReadObject>(Math.Min(limit, 64));
        while (true)
        {
            while (batch.Count < limit && source.TryRead(out var read))
            {
                batch.Add(read);
            }

            if (batch.Count >= limit || source.Completion.IsCompleted || time.GetElapsedTime(since) >= options.Value.BatchInterval)
            {
                return batch;
            }

            await Task.Delay(Beat, time, cancellationToken);
        }
    }
}
