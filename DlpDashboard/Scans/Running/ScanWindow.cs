using DlpDashboard.Providers;
using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Scans.Running;

/// <summary>
/// What is listed but not yet written. Objects end in any order; the low-water mark moves only over whole stretches of the listing that are
/// all written. A stretch costs one entry, so a million objects ahead of a slow one cost thousands of entries and not a million.
/// </summary>
/// <param name="objects">How far the listing may run ahead, rounded to stretches.</param>
/// <param name="leftOut">What earlier runs left out up to their mark.</param>
internal sealed class ScanWindow(int objects, ScanLeftOut leftOut) : IDisposable
{
    /// <summary>Objects of one stretch.</summary>
    public const int StretchLength = 256;

    private readonly SemaphoreSlim _free = new(Math.Max(2, objects / StretchLength));
    private readonly Dictionary<long, Stretch> _stretches = [];
    private readonly Lock _lock = new();
    private long _next;
    private long _first;
    private StoredObject? _mark;
    private ScanLeftOut _leftOut = leftOut;
    private ScanLeftOut _leftOutSince = ScanLeftOut.Zero;

    /// <summary>Objects between the mark and the listing.</summary>
    public long Length
    {
        get
        {
            lock (_lock)
            {
                return _next - (_first * StretchLength);
            }
        }
    }

    /// <summary>An object of the listing that the plan leaves out: counted with the mark that passes it, so that no restart counts it twice.</summary>
    public void LeaveOut(LeftOutBy by, long bytes)
    {
        lock (_lock)
        {
            _leftOutSince = _leftOutSince.With(by, bytes);
        }
    }

    /// <summary>The next object of the listing; waits while the window is full. One caller at a time.</summary>
    /// <param name="mark">The object; null where the mark must not move, as the listing is not in order here.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its number.</returns>
    public async ValueTask<long> EnterAsync(StoredObject? mark, CancellationToken cancellationToken)
    {
        var number = _next;
        if (number % StretchLength == 0)
        {
            await _free.WaitAsync(cancellationToken);
        }

        lock (_lock)
        {
            if (number % StretchLength == 0)
            {
                _stretches.Add(number / StretchLength, new Stretch());
            }

            var stretch = _stretches[number / StretchLength];
            stretch.Last = mark;
            stretch.LeftOut = stretch.LeftOut.Plus(_leftOutSince);
            _leftOutSince = ScanLeftOut.Zero;
            _next++;
        }

        return number;
    }

    /// <summary>These are about to be written together; returns the mark that holds once they are, null before the first, and what was left out before it.</summary>
    public (ScanMark? Mark, ScanLeftOut LeftOut) Leave(IEnumerable<long> numbers)
    {
        lock (_lock)
        {
            foreach (var number in numbers)
            {
                _stretches[number / StretchLength].Done++;
            }

            while (_stretches.TryGetValue(_first, out var stretch) && stretch.Done == StretchLength)
            {
                _mark = stretch.Last ?? _mark;
                _leftOut = _leftOut.Plus(stretch.LeftOut);
                _stretches.Remove(_first);
                _first++;
                _free.Release();
            }

            return (_mark is null ? null : new ScanMark(_mark.Bucket, _mark.Key), _leftOut);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _free.Dispose();

    private sealed class Stretch
    {
        public int Done { get; set; }

        public StoredObject? Last { get; set; }

        public ScanLeftOut LeftOut { get; set; } = ScanLeftOut.Zero;
    }
}
