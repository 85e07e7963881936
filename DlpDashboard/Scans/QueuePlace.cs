namespace DlpDashboard.Scans;

/// <summary>Why a scan waits.</summary>
/// <param name="Position">Its place among the scans that wait for the same endpoint, from 1.</param>
/// <param name="RunningScanId">The scan that the endpoint is busy with; null where only a free slot of a node is missing.</param>
public sealed record QueuePlace(int Position, Guid? RunningScanId);
