namespace DlpDashboard.Detectors.Custom;

/// <summary>A custom detector as REST tells it.</summary>
/// <param name="Id">Its id in these routes.</param>
/// <param name="DetectorId">Its id in findings, plans and the catalogue.</param>
/// <param name="Version">The version, which is the ETag too.</param>
/// <param name="ChangedUtc">When it was last changed.</param>
/// <param name="ChangedBy">By whom.</param>
/// <param name="Detector">What it does.</param>
internal sealed record CustomDetectorAnswer(Guid Id, string DetectorId, int Version, DateTime ChangedUtc, string ChangedBy, CustomDetectorBody Detector)
{
    public static CustomDetectorAnswer Of(CustomDetectorDetails details) =>
        new(details.Id, details.Rule.Id, details.Version, details.ChangedUtc, details.ChangedBy, CustomDetectorBody.Of(details));
}

/// <summary>Custom detectors as a file: what is exported is imported as it is.</summary>
/// <param name="Detectors">The detectors.</param>
internal sealed record CustomDetectorFile(IReadOnlyList<CustomDetectorBody> Detectors);

/// <summary>What an import added.</summary>
/// <param name="Items">The new detectors' ids in the catalogue, in the file's order.</param>
internal sealed record CustomImportAnswer(IReadOnlyList<string> Items);
