namespace DlpDashboard.Detectors.Catalogue;

/// <summary>A pack of detectors.</summary>
/// <param name="Id">The id by which plans name it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Help">What is in it.</param>
/// <param name="Detectors">The ids of its detectors today.</param>
/// <param name="On">How many of them are on for this organisation.</param>
public sealed record PackRow(string Id, string Name, string Help, IReadOnlyList<string> Detectors, int On);
