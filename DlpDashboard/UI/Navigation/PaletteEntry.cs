namespace DlpDashboard.UI.Navigation;

/// <summary>One line of the command palette (Ctrl-K): a place to go or something to do. Rooms register theirs with <c>services.AddPalette(…)</c>.</summary>
/// <param name="Title">What happens, beginning with a verb for actions: "Start a scan".</param>
/// <param name="Icon">Path data from <see cref="Icons"/>.</param>
/// <param name="Href">Where it leads; null where <see cref="Run"/> does it.</param>
/// <param name="Permission">The permission, such as <c>scans.read</c>; who lacks it does not see the entry.</param>
public sealed record PaletteEntry(string Title, string Icon, string? Href, string? Permission)
{
    /// <summary>The grey word at its right: "Go to", "Action", "Endpoint".</summary>
    public string Kind { get; init; } = "Action";

    /// <summary>More words it is found by.</summary>
    public string Keywords { get; init; } = "";

    /// <summary>A second line, such as an address.</summary>
    public string? Sub { get; init; }

    /// <summary>What it does, with the circuit's services.</summary>
    public Func<IServiceProvider, CancellationToken, Task>? Run { get; init; }
}
