using DlpDashboard.Scans;

namespace DlpDashboard.Cli.Scanning;

/// <summary>The sums of a scan. Written by one thread, read for progress by others.</summary>
internal sealed class ScanTotals
{
    private readonly long[] _states = new long[Enum.GetValues<ObjectState>().Length];
    private long _bytesRead;
    private long _listedBytes;
    private long _listed;

    /// <summary>Objects done.</summary>
    public long Objects { get; private set; }

    /// <summary>Bytes of the objects done, as listed.</summary>
    public long Bytes { get; private set; }

    /// <summary>Findings: one an object and detector.</summary>
    public long Findings { get; private set; }

    /// <summary>Values found.</summary>
    public long Detections { get; private set; }

    /// <summary>Whether the list is complete.</summary>
    public bool IsListed { get; set; }

    /// <summary>Bytes read so far, those of objects still being read counted.</summary>
    public long BytesRead => Interlocked.Read(ref _bytesRead);

    /// <summary>Objects listed so far, and their bytes.</summary>
    public (long Objects, long Bytes) Listed => (Interlocked.Read(ref _listed), Interlocked.Read(ref _listedBytes));

    /// <summary>Objects that could not be read, or not fully. An unsupported format or a link is told, and is no failure.</summary>
    public long Unread => Objects - CountOf(ObjectState.Scanned) - CountOf(ObjectState.Unsupported);

    /// <summary>Objects that ended in a state.</summary>
    public long CountOf(ObjectState state) => _states[(int)state];

    /// <summary>Bytes were read.</summary>
    public void Read(int bytes) => Interlocked.Add(ref _bytesRead, bytes);

    /// <summary>An object was listed.</summary>
    public void List(long bytes)
    {
        Interlocked.Add(ref _listedBytes, bytes);
        Interlocked.Increment(ref _listed);
    }

    /// <summary>An object is done.</summary>
    public void Add(long bytes, ObjectScanResult result)
    {
        Objects++;
        Bytes += bytes;
        _states[(int)result.State]++;
        Findings += result.Findings.Count;
        foreach (var finding in result.Findings)
        {
            Detections += finding.Count;
        }
    }
}
