using System.Threading.Channels;
using DlpDashboard.Providers;

namespace DlpDashboard.Scans.Running;

/// <summary>Reads listed objects, several at a time. Whatever one object does, it ends in a state; only the provider's own failures end the reading.</summary>
internal sealed class ObjectReaders(ScanRun run, IObjectStore store, ObjectScanner scanner, ILogger log)
{
    private const int LoggedSurprises = 10;
    private int _surprises;

    /// <summary>Reads until the source is at its end, then completes the target.</summary>
    /// <exception cref="ObjectStoreException">The provider as a whole fails.</exception>
    public async Task RunAsync(int degree, ChannelReader<ListedObject> source, ChannelWriter<ReadObject> target, CancellationToken cancellationToken)
    {
        var readers = new Task[degree];
        for (var i = 0; i < degree; i++)
        {
            var slot = run.Tally.AddReader();
            readers[i] = Task.Run(() => ReadAsync(slot, source, target, cancellationToken), CancellationToken.None);
        }

        await Task.WhenAll(readers);
        target.TryComplete();
    }

    private async Task ReadAsync(ReaderSlot slot, ChannelReader<ListedObject> source, ChannelWriter<ReadObject> target, CancellationToken cancellationToken)
    {
        await using var metered = new MeteredStore(store, slot);
        while (await source.WaitToReadAsync(cancellationToken))
        {
            while (source.TryRead(out var listed))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var read = listed.Unchanged is { } known ? ReadObject.Unread(listed, known) : await ReadAsync(slot, metered, listed, cancellationToken);
                run.Tally.Read(read);
                BudgetWatch.StopAtBytes(run);
                if (!target.TryWrite(read))
                {
                    await target.WriteAsync(read, cancellationToken);
                }
            }
        }
    }

    private async Task<ReadObject> ReadAsync(ReaderSlot slot, MeteredStore metered, ListedObject listed, CancellationToken cancellationToken)
    {
        slot.Begin(listed);
        var read = new ReadObject(listed, await ScanAsync(metered, listed, cancellationToken));
        slot.End();
        return read;
    }

    private async Task<ObjectScanResult> ScanAsync(MeteredStore metered, ListedObject listed, CancellationToken cancellationToken)
    {
        try
        {
            return await scanner.ScanAsync(metered, listed.Stored, cancellationToken);
        }
        catch (Exception surprise) when (!cancellationToken.IsCancellationRequested && surprise is not ObjectStoreException { EndsScan: true })
        {
            if (Interlocked.Increment(ref _surprises) <= LoggedSurprises)
            {
                log.LogError(surprise, "Object {ObjectId} broke its reading in a way nobody foresaw.", listed.Id);
            }

            return new ObjectScanResult(ObjectState.Failed, "Reading it broke in a way nobody foresaw. The log names the cause; scan again to retry.", 0, []);
        }
    }
}
