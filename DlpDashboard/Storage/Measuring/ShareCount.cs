namespace DlpDashboard.Storage.Measuring;

/// <summary>Some objects of a bucket together.</summary>
/// <param name="Name">What they share.</param>
/// <param name="Objects">How many.</param>
/// <param name="Bytes">How much.</param>
/// <param name="Error">By how much <paramref name="Bytes"/> may be too high; 0 where it is exact.</param>
public sealed record ShareCount(string Name, long Objects, long Bytes, long Error = 0);
