using System.Threading.Channels;
using DlpDashboard.Data;
using DlpDashboard.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Scans.Running;

/// <summary>Listing, reading and writing, each beside the others, with bounded room between them: a full stretch makes the one before it wait.</summary>
internal sealed class ScanPipeline(
    IDbContextFactory<DlpDbContext> contexts, ObjectScanners scanners, ScanLedger ledger, IOptions<ScanOptions> options, TimeProvider time, ILogger<ScanPipeline> log)
{
    /// <summary>Runs to the end of the listing or to the stop; everything that was read is written when it returns.</summary>
    /// <param name="run">The run.</param>
    /// <param name="store">What is read.</param>
    /// <param name="degree">Objects that are read at the same time.</param>
    /// <param name="cancellationToken">The run's own stop.</param>
    /// <returns>Readers that a stop did not reach yet: to be awaited before the store is closed. What they still bring is not written.</returns>
    public async Task<Task> RunAsync(ScanRun run, IObjectStore store, int degree, CancellationToken cancellationToken)
    {
        var listed = Channel.CreateBounded<ListedObject>(new BoundedChannelOptions(options.Value.ListedAhead) { SingleWriter = true });
        var read = Channel.CreateBounded<ReadObject>(new BoundedChannelOptions(options.Value.ReadAhead) { SingleReader = true });
        var scanner = await scanners.OpenAsync(run, cancellationToken);
        var window = new ScanWindow(options.Value.Window, run.Scan.LeftOut);
        var lister = new ObjectLister(run, store, window, new KnownObjects(contexts, run), listed.Writer);
        var readers = new ObjectReaders(run, store, scanner, log);
        var writer = new BatchWriter(run, window, ledger, options, time);

        var listing = GuardAsync(run, token => Task.Run(() => lister.RunAsync(token), CancellationToken.None), () => listed.Writer.TryComplete(), cancellationToken);
        var reading = GuardAsync(run, token => readers.RunAsync(degree, listed.Reader, read.Writer, token), () => read.Writer.TryComplete(), cancellationToken);
        var writing = GuardAsync(run, token => writer.RunAsync(read.Reader, token), end: null, CancellationToken.None);
        await EndReadingAsync(reading, cancellationToken);
        read.Writer.TryComplete();
        await writing;
        return LeaveAsync(listing, reading, window, scanner);
    }

    /// <summary>Runs a part of a scan's work; its failure ends the run with a reason and is not thrown.</summary>
    /// <param name="run">The run.</param>
    /// <param name="part">The work.</param>
    /// <param name="end">Done afterwards, however it ended.</param>
    /// <param name="cancellationToken">Handed to the work.</param>
    public async Task GuardAsync(ScanRun run, Func<CancellationToken, Task> part, Action? end, CancellationToken cancellationToken)
    {
        try
        {
            await part(cancellationToken);
        }
        catch (LeaseLostException)
        {
            run.Stop(ScanStop.LeaseLost);
        }
        catch (ObjectStoreException fault)
        {
            // The message is the sentence for people, by contract of that exception.
            run.Stop(ScanStop.Failed, fault.Message);
        }
        catch (DatabaseFullException)
        {
            run.Stop(ScanStop.Failed, DatabaseFullException.Sentence);
        }
        catch (Exception away) when (ledger.IsAway(away))
        {
            log.LogWarning(away, "The database was away from scan {ScanId}, which goes back in line.", run.Scan.Id);
            run.Stop(ScanStop.DatabaseAway);
        }
        catch (Exception stopped) when (run.Stopping.IsCancellationRequested && stopped is OperationCanceledException or ChannelClosedException)
        {
            // The stop has its reason already.
        }
        catch (Exception surprise)
        {
            log.LogError(surprise, "Scan {ScanId} broke in a way nobody foresaw.", run.Scan.Id);
            run.Stop(ScanStop.Failed, "The scan broke in a way nobody foresaw. The log names the cause; resume the scan to go on from where it stood.");
        }
        finally
        {
            end?.Invoke();
        }
    }

    /// <summary>Waits for the readers; after a stop only for a moment, so that one that hangs does not hold up the scan's last word.</summary>
    private async Task EndReadingAsync(Task reading, CancellationToken stopping)
    {
        try
        {
            await reading.WaitAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAny(reading, Task.Delay(options.Value.StopGrace, time, CancellationToken.None));
        }
    }

    private static async Task LeaveAsync(Task listing, Task reading, ScanWindow window, ObjectScanner scanner)
    {
        await Task.WhenAll(listing, reading);
        window.Dispose();
        scanner.Dispose();
    }
}
