using DlpDashboard.Detection;
using DlpDashboard.Findings;
using DlpDashboard.Providers;
using DlpDashboard.Scans;

namespace DlpDashboard.Tests.Scans;

/// <summary>A reading of objects that tests can count on: a text with the address below has one finding with one value.</summary>
internal static class Results
{
    public const string Text = "Write to jane.roe@example.com";

    public static ObjectScanResult Of(ObjectState state) => new(state, state == ObjectState.Scanned ? null : "For a test.", 1, []);

    public static async Task<ObjectScanResult> ReadAsync(IObjectStore store, StoredObject listed, IReadOnlyList<string> detectorIds, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await store.OpenAsync(listed, null, cancellationToken);
            using var reader = new StreamReader(stream);
            var text = await reader.ReadToEndAsync(cancellationToken);
            return new ObjectScanResult(ObjectState.Scanned, null, listed.Size, text == Text ? [Email()] : []);
        }
        catch (ObjectStoreException fault) when (!fault.EndsScan)
        {
            return new ObjectScanResult(fault.Fault == StoreFault.Denied ? ObjectState.Denied : ObjectState.Failed, fault.Message, 0, []);
        }
    }

    private static SeenFinding Email() => new(
        "email", "contact", Severity.Medium, Likelihood.Likely, 1, [new FindingSample("j*******@example.com", "00", Likelihood.Likely, 0.7, [], new TextLocation(1, 10))]);
}
