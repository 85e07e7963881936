namespace DlpDashboard.Kernel;

/// <summary>What the machine's configuration decides for all organisations, to be shown and not changed. Registered by the room that reads it.</summary>
public interface IConfiguredValues
{
    /// <summary>The values that hold now, in the order in which they are shown.</summary>
    IEnumerable<ConfiguredValue> Values();
}

/// <summary>One configured value.</summary>
/// <param name="Group">Whose it is.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Value">What holds now; never a secret.</param>
/// <param name="Setting">The environment variable that changes it.</param>
public sealed record ConfiguredValue(ConfiguredGroup Group, string Title, string Value, string Setting);

/// <summary>The parts in which configured values are shown.</summary>
public enum ConfiguredGroup
{
    /// <summary>Folders below which local endpoints may lie.</summary>
    LocalRoots,

    /// <summary>Limits of this installation.</summary>
    Limits,
}
