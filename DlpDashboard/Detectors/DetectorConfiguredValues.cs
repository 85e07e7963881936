using System.Globalization;
using DlpDashboard.Kernel;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Detectors;

/// <summary>The limits of detectors that the machine's configuration sets.</summary>
internal sealed class DetectorConfiguredValues(IOptions<DetectorOptions> options) : IConfiguredValues
{
    /// <inheritdoc />
    public IEnumerable<ConfiguredValue> Values()
    {
        yield return Limit("Most custom detectors of an organisation", options.Value.MaxCustom, "DLP__Detectors__MaxCustom");
        yield return Limit("Most words and phrases of an organisation", options.Value.MaxTerms, "DLP__Detectors__MaxTerms");
        yield return Limit("Most exclusion rules of an organisation", options.Value.MaxExclusions, "DLP__Detectors__MaxExclusions");
        yield return Limit("Texts tried out at the same time on one node", options.Value.TriesAtOnce, "DLP__Detectors__TriesAtOnce");
    }

    private static ConfiguredValue Limit(string title, int value, string setting) =>
        new(ConfiguredGroup.Limits, title, value.ToString("N0", CultureInfo.InvariantCulture), setting);
}
