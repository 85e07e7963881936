using DlpDashboard.Scans;

namespace DlpDashboard.Tests.Scans;

/// <summary>What tests can count on.</summary>
internal static class Results
{
    /// <summary>A text with one value of one detector.</summary>
    public const string Text = "Write to jane.roe@example.com";

    public static ObjectScanResult Of(ObjectState state) => new(state, state == ObjectState.Scanned ? null : "For a test.", 1, []);
}
