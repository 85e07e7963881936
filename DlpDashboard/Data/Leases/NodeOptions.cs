using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Data.Leases;

/// <summary>Which of several apps on one database this is. Section <c>Scans</c>, where the setting began; all lines of work ask it.</summary>
public sealed class NodeOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Scans";

    /// <summary>Tells nodes of one database apart; empty takes the machine's name. A node that restarts goes on at once with what it held.</summary>
    [MaxLength(60)]
    public string NodeId { get; set; } = "";
}
