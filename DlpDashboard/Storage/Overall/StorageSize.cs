using DlpDashboard.Kernel;
using DlpDashboard.Storage.History;
using DlpDashboard.Storage.Measuring;

namespace DlpDashboard.Storage.Overall;

/// <summary>A page of buckets with their history, and the endpoints around them.</summary>
/// <param name="Items">Buckets.</param>
/// <param name="Next">The cursor of the following page; null at the end.</param>
/// <param name="Endpoints">The endpoints of which something was measured, the largest first.</param>
/// <param name="Total">All of the organisation.</param>
public sealed record StorageSize(IReadOnlyList<BucketSize> Items, PageCursor? Next, IReadOnlyList<EndpointSize> Endpoints, TotalSize Total);

/// <summary>A bucket with its history.</summary>
/// <param name="Bucket">Its row.</param>
/// <param name="StorageClasses">By storage class.</param>
/// <param name="History">Its size on the last days.</param>
public sealed record BucketSize(StorageRow Bucket, IReadOnlyList<ShareCount> StorageClasses, IReadOnlyList<StoragePoint> History);

/// <summary>An endpoint with its history.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sum">What lies in it.</param>
/// <param name="History">Its size on the last days.</param>
public sealed record EndpointSize(string Name, EndpointSum Sum, IReadOnlyList<StoragePoint> History);

/// <summary>All of the organisation.</summary>
/// <param name="Buckets">Buckets.</param>
/// <param name="Objects">Objects.</param>
/// <param name="Bytes">Bytes.</param>
/// <param name="History">By day, the oldest first.</param>
/// <param name="Forecast">Where it goes; null where there are too few days.</param>
/// <param name="Prices">Whose prices costs rest on.</param>
public sealed record TotalSize(int Buckets, long Objects, long Bytes, IReadOnlyList<StoragePoint> History, GrowthForecast? Forecast, string Prices);
