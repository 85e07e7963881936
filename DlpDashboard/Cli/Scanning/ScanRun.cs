using System.Threading.Channels;
using DlpDashboard.Providers;
using DlpDashboard.Scans;

namespace DlpDashboard.Cli.Scanning;

/// <summary>
/// One scan at the command line: lists, reads in parallel, reports in order. At most <see cref="Window"/> objects are between being listed and being
/// reported, so memory is bounded and the order is the list's whatever takes how long.
/// </summary>
/// <param name="scanner">Shared by the threads.</param>
/// <param name="report">Where results go.</param>
/// <param name="totals">The sums.</param>
/// <param name="messages">Objects that could not be read, a line each.</param>
internal sealed class ScanRun(ObjectScanner scanner, IScanReport report, ScanTotals totals, TextWriter messages)
{
    private const int Window = 1024;

    /// <summary>Whether a provider's failure ended the scan early.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Scans the targets one after another.</summary>
    /// <exception cref="BadInputException">Nothing could be listed at all.</exception>
    public async Task RunAsync(IReadOnlyList<ScanTarget> targets, int threads, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var toRead = Channel.CreateBounded<ScannedItem>(new BoundedChannelOptions(Window) { SingleWriter = true });
        var toReport = Channel.CreateBounded<ScannedItem>(new BoundedChannelOptions(Window) { SingleWriter = true, SingleReader = true });
        var readers = Enumerable.Range(0, threads).Select(_ => Task.Run(() => ReadAsync(toRead.Reader, stop.Token), CancellationToken.None)).ToArray();
        var lister = Task.Run(() => ListAsync(targets, toRead.Writer, toReport.Writer, stop.Token), CancellationToken.None);
        try
        {
            await ReportAsync(toReport.Reader, cancellationToken);
        }
        catch (ObjectStoreException failure) when (totals.Objects > 0)
        {
            IsBroken = true;
            await messages.WriteLineAsync($"scan: {failure.Message}");
        }
        catch (ObjectStoreException failure)
        {
            throw new BadInputException(failure.Message);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll([.. readers, lister]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListAsync(
        IReadOnlyList<ScanTarget> targets, ChannelWriter<ScannedItem> toRead, ChannelWriter<ScannedItem> toReport, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var target in targets)
            {
                await foreach (var listed in target.ListAsync(cancellationToken))
                {
                    var item = new ScannedItem(target, listed);
                    totals.List(listed.Size);
                    await toReport.WriteAsync(item, cancellationToken);
                    await toRead.WriteAsync(item, cancellationToken);
                }
            }

            totals.IsListed = true;
            toReport.Complete();
        }
        catch (Exception failure)
        {
            toReport.Complete(failure);
        }
        finally
        {
            toRead.Complete();
        }
    }

    private async Task ReadAsync(ChannelReader<ScannedItem> source, CancellationToken cancellationToken)
    {
        await foreach (var item in source.ReadAllAsync(cancellationToken))
        {
            try
            {
                item.Complete(await scanner.ScanAsync(item.Target.Store, item.Listed, cancellationToken));
            }
            catch (ObjectStoreException failure)
            {
                item.Fail(failure);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // One object never ends a scan, whatever a parser makes of it.
                item.Complete(new ObjectScanResult(ObjectState.Failed, "Reading it broke in a way nobody foresaw. Please report it with the file's format.", 0, []));
            }
        }
    }

    private async Task ReportAsync(ChannelReader<ScannedItem> source, CancellationToken cancellationToken)
    {
        await foreach (var item in source.ReadAllAsync(cancellationToken))
        {
            var result = await item.Done.WaitAsync(cancellationToken);
            totals.Add(item.Listed.Size, result);
            report.Add(item, result);
            if (result.State is not (ObjectState.Scanned or ObjectState.Unsupported))
            {
                await messages.WriteLineAsync($"scan: {ScanText.Plain(item.Name)}: {ScanText.NameOf(result.State)}: {ScanText.Plain(result.Reason ?? "")}");
            }
        }

        report.Finish(totals);
    }
}
