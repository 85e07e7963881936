using System.Security.Claims;
using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.UI;
using DlpDashboard.UI.Navigation;

namespace DlpDashboard.Endpoints;

/// <summary>Finds endpoints by name for the command palette.</summary>
/// <param name="reader">Reads them.</param>
internal sealed class EndpointPalette(EndpointReader reader) : IPaletteSource
{
    private const int Most = 10;

    /// <inheritdoc />
    public async Task<IReadOnlyList<PaletteEntry>> FindAsync(ClaimsPrincipal person, string text, CancellationToken cancellationToken)
    {
        if (person.ToActor() is not { } actor || !actor.May(Permissions.EndpointsRead))
        {
            return [];
        }

        var page = await reader.ListAsync(actor, new EndpointFilter(text), null, Most, cancellationToken);
        return
        [
            .. page.Items.Select(row => new PaletteEntry(row.Name, Icons.Endpoint, Links.Endpoint(row.Id), Permissions.EndpointsRead) { Kind = "Endpoint", Sub = row.Address }),
        ];
    }
}
