using DlpDashboard.Access;
using DlpDashboard.Access.Settings;
using DlpDashboard.Kernel;

namespace DlpDashboard.Admin.Settings;

/// <summary>Reads the settings.</summary>
internal sealed class SettingsReader(SettingsDirectory directory, IEnumerable<IConfiguredValues> configured)
{
    /// <summary>The settings as they are now.</summary>
    public async Task<SettingsView> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.SettingsRead);
        var values = await directory.OfAsync(actor.OrganisationId, cancellationToken);
        return new SettingsView(values, directory.Configured, [.. configured.SelectMany(room => room.Values())]);
    }
}
