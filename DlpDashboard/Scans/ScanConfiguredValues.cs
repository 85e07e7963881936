using System.Globalization;
using DlpDashboard.Extraction;
using DlpDashboard.Kernel;
using DlpDashboard.Scans.Planning;
using DlpDashboard.Scans.Scheduling;
using DlpDashboard.UI;
using DlpDashboard.UI.Time;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Scans;

/// <summary>The limits of scans that the machine's configuration sets.</summary>
internal sealed class ScanConfiguredValues(IOptions<ScanOptions> scans, IOptions<ScanEstimateOptions> estimates, IOptions<ScheduleOptions> schedules, IOptions<ExtractionOptions> extraction) : IConfiguredValues
{
    /// <inheritdoc />
    public IEnumerable<ConfiguredValue> Values()
    {
        yield return Limit("Scans at the same time on one node", Number(scans.Value.ConcurrentScans), "DLP__Scans__ConcurrentScans");
        yield return Limit("Objects of a scan read at the same time", scans.Value.Readers == 0 ? "by the cores" : Number(scans.Value.Readers), "DLP__Scans__Readers");
        foreach (var (provider, limit) in scans.Value.PerProvider.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            yield return Limit($"Scans of {provider} at the same time on all nodes", limit.Scans == 0 ? "no limit" : Number(limit.Scans), $"DLP__Scans__PerProvider__{provider}__Scans");
            yield return Limit($"Objects of a scan of {provider} read at the same time", limit.Readers == 0 ? "as for all" : Number(limit.Readers), $"DLP__Scans__PerProvider__{provider}__Readers");
        }

        yield return Limit("Longest time for one object", extraction.Value.ObjectTime == TimeSpan.Zero ? "no limit" : Durations.Of(extraction.Value.ObjectTime), "DLP__Extraction__ObjectTime");
        yield return Limit("Longest listing of an estimate", Durations.Of(estimates.Value.MaxTime), "DLP__Scans__Estimates__MaxTime");
        yield return Limit("Estimates a minute and organisation", Number(estimates.Value.PerMinute), "DLP__Scans__Estimates__PerMinute");
        yield return Limit("Least time between two runs of a schedule", Durations.Of(schedules.Value.LeastInterval), "DLP__Schedules__LeastInterval");
        yield return Limit("Most schedules of an organisation", Number(schedules.Value.MaxPerOrganisation), "DLP__Schedules__MaxPerOrganisation");
    }

    private static ConfiguredValue Limit(string title, string value, string setting) => new(ConfiguredGroup.Limits, title, value, setting);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
