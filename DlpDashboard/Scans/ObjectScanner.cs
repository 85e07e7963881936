using System.Collections.Concurrent;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Extraction;
using DlpDashboard.Providers;

namespace DlpDashboard.Scans;

/// <summary>
/// Scans objects: store → extraction → detection → findings. Safe to use from several threads: each call takes a reader of its own from those
/// that are free, so as many are made as objects are read at a time.
/// </summary>
/// <param name="set">What to look for.</param>
/// <param name="choice">How.</param>
internal sealed class ObjectScanner(DetectorSet set, ObjectScannerChoice choice) : IDisposable
{
    private readonly ConcurrentBag<Reader> _free = [];

    /// <summary>
    /// Reads one object. Whatever is wrong with it is a state with a sentence; failures of the provider as a whole fly on as
    /// <see cref="ObjectStoreException"/> with <see cref="ObjectStoreException.EndsScan"/>.
    /// </summary>
    public async ValueTask<ObjectScanResult> ScanAsync(IObjectStore store, StoredObject listed, CancellationToken cancellationToken)
    {
        if (listed.IsCold)
        {
            return new ObjectScanResult(ObjectState.ColdStorage, "The object is archived. Restore it, then scan again.", 0, []);
        }

        var reader = _free.TryTake(out var free) ? free : new Reader(set, choice);
        try
        {
            var result = await reader.ScanAsync(store, listed, choice, cancellationToken);
            _free.Add(reader);
            return result;
        }
        catch
        {
            // Its state is unknown now.
            reader.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_free.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private sealed class Reader : IDisposable
    {
        private readonly FindingCollector _findings;
        private readonly DetectorSetScanner _segments;
        private readonly ObjectExtractor _extractor;
        private readonly Action<int>? _onRead;
        private long _bytesRead;

        public Reader(DetectorSet set, ObjectScannerChoice choice)
        {
            _findings = new FindingCollector(choice, set);
            _segments = set.CreateScanner(_findings);
            _onRead = choice.OnRead;
            _extractor = new ObjectExtractor(Count);
        }

        public async ValueTask<ObjectScanResult> ScanAsync(IObjectStore store, StoredObject listed, ObjectScannerChoice choice, CancellationToken cancellationToken)
        {
            _bytesRead = 0;
            _segments.BeginObject(listed.Key);
            var result = await ReadAsync(store, listed, choice, cancellationToken);
            return _segments.LeftOut == 0 ? result : result with { ValuesLeftOut = _segments.LeftOut };
        }

        public void Dispose()
        {
            _segments.Dispose();
            _extractor.Dispose();
        }

        private async ValueTask<ObjectScanResult> ReadAsync(IObjectStore store, StoredObject listed, ObjectScannerChoice choice, CancellationToken cancellationToken)
        {
            try
            {
                var head = choice.BytesPerObject is { } bound && listed.Size > bound ? new ByteRange(0, bound) : (ByteRange?)null;
                await using var bytes = await store.OpenAsync(listed, head, cancellationToken);
                var extracted = await _extractor.ExtractAsync(bytes, _segments, choice.Limits, cancellationToken);
                return head is null || extracted.State is ExtractionState.Unsupported or ExtractionState.Encrypted
                    ? _findings.Take(StateOf(extracted.State), extracted.Reason, extracted.BytesRead)
                    : _findings.Take(ObjectState.Partial, $"Only the first {head.Value.Length:N0} bytes were read, as the scan's options say. Scan it without that limit to read the rest.", extracted.BytesRead);
            }
            catch (ObjectStoreException failure) when (!failure.EndsScan)
            {
                return _findings.Take(StateOf(failure.Fault), failure.Message, _bytesRead);
            }
        }

        private void Count(int read)
        {
            _bytesRead += read;
            _onRead?.Invoke(read);
        }

        private static ObjectState StateOf(ExtractionState state) => state switch
        {
            ExtractionState.Scanned => ObjectState.Scanned,
            ExtractionState.Partial => ObjectState.Partial,
            ExtractionState.Unsupported => ObjectState.Unsupported,
            ExtractionState.Encrypted => ObjectState.Encrypted,
            ExtractionState.TooLarge => ObjectState.TooLarge,
            _ => ObjectState.Failed,
        };

        private static ObjectState StateOf(StoreFault fault) => fault switch
        {
            StoreFault.Denied => ObjectState.Denied,
            StoreFault.Cold => ObjectState.ColdStorage,
            StoreFault.NeverOpened => ObjectState.Unsupported,
            _ => ObjectState.Failed,
        };
    }
}
