using Microsoft.Extensions.Options;

namespace DlpDashboard.Data.Leases;

/// <summary>Who holds a lease: the node, which outlives a restart, and this process.</summary>
public sealed class NodeName
{
    private const char Separator = '/';
    private const int MaxLength = 60;

    /// <summary>The node as configured, else the machine.</summary>
    public NodeName(IOptions<NodeOptions> options, TimeProvider time)
    {
        var name = options.Value.NodeId.Length > 0 ? options.Value.NodeId : Environment.MachineName;
        Prefix = (name.Length > MaxLength ? name[..MaxLength] : name).Replace(Separator, '-') + Separator;
        Owner = $"{Prefix}{Guid.CreateVersion7(time.GetUtcNow()):N}";
    }

    /// <summary>What every owner of this node begins with.</summary>
    public string Prefix { get; }

    /// <summary>This process.</summary>
    public string Owner { get; }
}
