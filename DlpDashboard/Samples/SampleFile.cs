namespace DlpDashboard.Samples;

/// <summary>One made-up file.</summary>
/// <param name="Bucket">The folder that stands for a bucket.</param>
/// <param name="Key">Its path in there.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="ModifiedUtc">When it claims to have been changed last.</param>
/// <param name="Planted">The detector of each value in it, one entry a value; others may be seen besides.</param>
internal sealed record SampleFile(string Bucket, string Key, byte[] Bytes, DateTime ModifiedUtc, IReadOnlyList<string> Planted);
