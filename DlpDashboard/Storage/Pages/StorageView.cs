using DlpDashboard.Storage.History;
using DlpDashboard.Storage.Measuring;
using DlpDashboard.Storage.Overall;

namespace DlpDashboard.Storage.Pages;

/// <summary>What the page of sizes shows around its list.</summary>
/// <param name="Endpoints">Endpoints of which something was measured.</param>
/// <param name="Shown">Of these, the ones that are asked for.</param>
/// <param name="Parts">The treemap.</param>
/// <param name="Figures">How all is made up.</param>
/// <param name="History">Size by day.</param>
/// <param name="Forecast">Where it goes.</param>
/// <param name="Failures">Endpoints whose newest measure failed, with the sentence.</param>
internal sealed record StorageView(
    IReadOnlyList<EndpointSize> Endpoints,
    IReadOnlyList<EndpointSum> Shown,
    IReadOnlyList<StoragePart> Parts,
    BucketFigures Figures,
    IReadOnlyList<StoragePoint> History,
    GrowthForecast? Forecast,
    IReadOnlyList<(string Endpoint, string Sentence)> Failures)
{
    /// <summary>Buckets.</summary>
    public int Buckets => Shown.Sum(sum => sum.Buckets);

    /// <summary>Buckets that could not be listed.</summary>
    public int Unlisted => Shown.Sum(sum => sum.Unlisted);

    /// <summary>Objects.</summary>
    public long Objects => Shown.Sum(sum => sum.Objects);

    /// <summary>Bytes.</summary>
    public long Bytes => Shown.Sum(sum => sum.Bytes);

    /// <summary>Unfinished uploads, where any endpoint tells; null where none does.</summary>
    public long? Uploads => Shown.Any(sum => sum.IncompleteUploads is not null) ? Shown.Sum(sum => sum.IncompleteUploads ?? 0) : null;

    /// <summary>Whether some endpoints tell of unfinished uploads and others do not.</summary>
    public bool UploadsPartly => Uploads is not null && Shown.Any(sum => sum.IncompleteUploads is null);

    /// <summary>Costs of the endpoints that have one, in the currency of the first.</summary>
    public (decimal? Amount, string? Currency, bool IsPart) Cost
    {
        get
        {
            var currency = Shown.FirstOrDefault(sum => sum.MonthlyCost is not null)?.Currency;
            var priced = Shown.Where(sum => sum.MonthlyCost is not null && sum.Currency == currency).ToList();
            return priced.Count == 0 ? (null, null, false) : (priced.Sum(sum => sum.MonthlyCost), currency, priced.Count < Shown.Count);
        }
    }
}
