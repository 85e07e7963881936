using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Scans;

/// <summary>How much of one provider goes on at the same time. Section <c>Scans:PerProvider:ID</c>.</summary>
public sealed class ProviderConcurrency
{
    /// <summary>Scans that run at the same time, on all nodes together; 0 sets no limit.</summary>
    [Range(0, 1000)]
    public int Scans { get; set; }

    /// <summary>Objects of one scan that are read at the same time; 0 takes what <see cref="ScanOptions.Readers"/> says.</summary>
    [Range(0, 1024)]
    public int Readers { get; set; }
}
