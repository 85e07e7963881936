using System.Security.Claims;

namespace DlpDashboard.UI.Navigation;

/// <summary>Things of a room that the palette finds by name, such as endpoints. Registered scoped; each room asks its own permission.</summary>
public interface IPaletteSource
{
    /// <summary>At most ten entries for what was written (1 to 80 characters), the best first; none for a person who may not see them.</summary>
    Task<IReadOnlyList<PaletteEntry>> FindAsync(ClaimsPrincipal person, string text, CancellationToken cancellationToken);
}
