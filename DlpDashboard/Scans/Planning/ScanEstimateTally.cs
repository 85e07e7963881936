using DlpDashboard.Access.Settings;
using DlpDashboard.Providers;

namespace DlpDashboard.Scans.Planning;

/// <summary>Counts listed objects by what a scan would do with them.</summary>
/// <param name="plan">The scan's plan.</param>
/// <param name="prices">The provider's prices.</param>
internal sealed class ScanEstimateTally(ScanPlan plan, PriceList prices)
{
    // What is looked at of a kind that is not read: one block.
    private const long HeadBytes = 128 * 1024;
    private readonly Amount[] _leftOut = [.. Enum.GetValues<LeftOutBy>().Select(_ => new Amount())];

    /// <summary>Everything listed.</summary>
    public Amount Listed { get; } = new();

    /// <summary>To be looked at.</summary>
    public Amount Wanted { get; } = new();

    /// <summary>As it was at its last reading.</summary>
    public Amount Unchanged { get; } = new();

    /// <summary>Wanted, but archived.</summary>
    public Amount Cold { get; } = new();

    /// <summary>Wanted, but bound to fail.</summary>
    public Amount Unreadable { get; } = new();

    /// <summary>Wanted, but of a kind that is not read.</summary>
    public Amount Unsupported { get; } = new();

    /// <summary>In the plan's scope but for the sample: what the sample is drawn from.</summary>
    public long Population { get; private set; }

    /// <summary>Bytes to be read.</summary>
    public long BytesToRead { get; private set; }

    /// <summary>Objects to be opened.</summary>
    public long Opened { get; private set; }

    /// <summary>Pages of listings.</summary>
    public long Pages { get; private set; }

    /// <summary>What reading costs.</summary>
    public ScanBill Bill { get; } = new(prices);

    /// <summary>What a rule leaves out.</summary>
    public Amount LeftOut(LeftOutBy rule) => _leftOut[(int)rule];

    /// <summary>A listing gave so many objects.</summary>
    public void Paged(long objects) => Pages += prices.ObjectsPerList == 0 ? 0 : Math.Max(1, (objects + prices.ObjectsPerList - 1) / prices.ObjectsPerList);

    /// <summary>An object was listed and judged.</summary>
    public void See(StoredObject listed, LeftOutBy rule)
    {
        Listed.Add(listed.Size);
        LeftOut(rule).Add(listed.Size);
        Population += rule is LeftOutBy.None or LeftOutBy.Sample ? 1 : 0;
    }

    /// <summary>An object in scope that a scan skips, since it is as it was.</summary>
    public void Skip(StoredObject listed) => Unchanged.Add(listed.Size);

    /// <summary>An object in scope that a scan looks at.</summary>
    public void Want(StoredObject listed)
    {
        Wanted.Add(listed.Size);
        if (listed.IsCold)
        {
            Cold.Add(listed.Size);
            return;
        }

        if (listed.KnownFault is not null)
        {
            Unreadable.Add(listed.Size);
            return;
        }

        var bytes = Math.Min(listed.Size, plan.BytesPerObject ?? long.MaxValue);
        if (UnreadNames.Tells(listed.Key))
        {
            Unsupported.Add(listed.Size);
            bytes = Math.Min(bytes, HeadBytes);
        }

        Opened++;
        BytesToRead = bytes > long.MaxValue - BytesToRead ? long.MaxValue : BytesToRead + bytes;
        Bill.Read(listed.StorageClass, bytes);
    }

    /// <summary>A number of objects and their bytes.</summary>
    internal sealed class Amount
    {
        public long Objects { get; private set; }

        public long Bytes { get; private set; }

        public void Add(long bytes)
        {
            Objects++;

            // A hostile listing may name sizes whose sum no number holds.
            Bytes = bytes > long.MaxValue - Bytes ? long.MaxValue : Bytes + bytes;
        }
    }
}
