namespace DlpDashboard.Storage.Measuring;

/// <summary>What is to be known of an endpoint whose buckets are measured.</summary>
/// <param name="Provider">The provider's id.</param>
/// <param name="Prefix">What its keys begin with; empty for all.</param>
/// <param name="Region">Where its buckets lie unless they say otherwise.</param>
/// <param name="IsPriced">Whether it is the cloud itself and no server of one's own that speaks its protocol.</param>
internal sealed record MeasuredEndpoint(string Provider, string Prefix, string? Region, bool IsPriced);
