namespace DlpDashboard.Scans.Running;

/// <summary>What one reader is at. Written by the reader, looked at by the reporter; costs a reader two writes an object.</summary>
internal sealed class ReaderSlot(TimeProvider time)
{
    private ListedObject? _object;
    private long _since;
    private long _bytes;

    /// <summary>The object being read, or null.</summary>
    public ListedObject? Object => Volatile.Read(ref _object);

    /// <summary>Bytes of it that were read so far.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>For how long it is being read.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(Volatile.Read(ref _since));

    /// <summary>Reading begins.</summary>
    public void Begin(ListedObject listed)
    {
        Volatile.Write(ref _bytes, 0);
        Volatile.Write(ref _since, time.GetTimestamp());
        Volatile.Write(ref _object, listed);
    }

    /// <summary>More of it was read.</summary>
    public void Advance(long bytes) => Interlocked.Add(ref _bytes, bytes);

    /// <summary>Reading is over.</summary>
    public void End()
    {
        Volatile.Write(ref _object, null);
        Volatile.Write(ref _bytes, 0);
    }
}
