namespace DlpDashboard.Scans.Running;

/// <summary>The scan's row carries another token: somebody else holds it, or it is gone. What was about to be written is not.</summary>
internal sealed class LeaseLostException() : Exception("The lease of the scan was lost.");
