namespace DlpDashboard.Storage.Measuring;

/// <summary>One of the largest objects.</summary>
/// <param name="Key">Its key, cut where it is very long.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="ModifiedUtc">Last change.</param>
/// <param name="StorageClass">The provider's word, or null.</param>
public sealed record LargeObject(string Key, long Bytes, DateTime ModifiedUtc, string? StorageClass);
