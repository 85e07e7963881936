using System.Globalization;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Endpoints;

/// <summary>The limits of storage endpoints, and the folders they may lead to, as the machine's configuration sets them.</summary>
internal sealed class EndpointConfiguredValues(IOptions<EndpointOptions> options, IOptions<ProviderOptions> providers) : IConfiguredValues
{
    /// <inheritdoc />
    public IEnumerable<ConfiguredValue> Values()
    {
        foreach (var root in providers.Value.LocalRoots)
        {
            yield return new ConfiguredValue(ConfiguredGroup.LocalRoots, "Folder", root, "DLP__Providers__LocalRoots");
        }

        yield return Limit("Most storage endpoints of an organisation", Number(options.Value.MaxPerOrganisation), "DLP__Endpoints__MaxPerOrganisation");
        yield return Limit("Connection tests a minute and organisation", Number(options.Value.TestsPerMinute), "DLP__Endpoints__TestsPerMinute");
        yield return Limit("The machine's own credentials", providers.Value.AllowServerCredentials ? "may be used" : "may not be used", "DLP__Providers__AllowServerCredentials");
    }

    private static ConfiguredValue Limit(string title, string value, string setting) => new(ConfiguredGroup.Limits, title, value, setting);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
