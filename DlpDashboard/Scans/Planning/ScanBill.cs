using DlpDashboard.Access.Settings;

namespace DlpDashboard.Scans.Planning;

/// <summary>Adds up the reads of a scan and what they cost.</summary>
/// <param name="prices">The provider's prices.</param>
internal sealed class ScanBill(PriceList prices)
{
    private const decimal Gb = 1L << 30;

    // A provider has a handful; a server that makes up more shall not fill the memory.
    private const int MaxClasses = 50;
    private readonly Dictionary<string, (long Gets, long Bytes)> _byClass = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads so far.</summary>
    public long Gets => _byClass.Values.Sum(read => read.Gets);

    /// <summary>An object is read.</summary>
    /// <param name="storageClass">Its storage class, or null for the usual one.</param>
    /// <param name="bytes">What is read of it.</param>
    public void Read(string? storageClass, long bytes)
    {
        var name = storageClass ?? "";
        name = _byClass.ContainsKey(name) || _byClass.Count < MaxClasses ? name : "";
        var (gets, sum) = _byClass.GetValueOrDefault(name);
        _byClass[name] = (gets + GetsOf(bytes), bytes > long.MaxValue - sum ? long.MaxValue : sum + bytes);
    }

    /// <summary>The cost.</summary>
    /// <param name="lists">Pages of listings.</param>
    /// <param name="objectsFactor">Times the reads that were added up: for extrapolations and budgets.</param>
    /// <param name="bytesFactor">The same for their bytes.</param>
    public ScanEstimateCost Total(long lists, double objectsFactor, double bytesFactor)
    {
        var (requests, transfer, retrieval) = (lists * prices.ListPer1000 / 1000, 0m, 0m);
        foreach (var (name, read) in _byClass)
        {
            var special = prices.Classes.GetValueOrDefault(name);
            var bytes = read.Bytes * (decimal)bytesFactor / Gb;
            requests += read.Gets * (decimal)objectsFactor * (special?.GetPer1000 ?? prices.GetPer1000) / 1000;
            transfer += prices.ChargesTransfer ? bytes * prices.TransferPerGb : 0;
            retrieval += bytes * (special?.RetrievalPerGb ?? 0);
        }

        return new ScanEstimateCost(prices.Currency, Math.Round(requests, 6), Math.Round(transfer, 6), Math.Round(retrieval, 6), Math.Round(requests + transfer + retrieval, 6), prices.Name);
    }

    private long GetsOf(long bytes) =>
        prices.ObjectsPerList == 0 || bytes == 0 ? 0 : prices.BytesPerGet == 0 ? 1 : ((bytes - 1) / prices.BytesPerGet) + 1;
}
