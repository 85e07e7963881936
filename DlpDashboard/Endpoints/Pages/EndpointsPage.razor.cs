using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.UI;
using DlpDashboard.UI.Forms;
using DlpDashboard.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace DlpDashboard.Endpoints.Pages;

/// <summary>The list of endpoints; the filters are in the address.</summary>
public sealed partial class EndpointsPage
{
    private static readonly List<Option> States = [.. Enum.GetValues<EndpointState>().Select(state => new Option(state.ToString().ToLowerInvariant(), Words.Of(state)))];

    private bool _mayManage;

    private List<Option> Providers => [.. Factory.Providers.Select(provider => new Option(provider.Id, provider.DisplayName))];

    private EndpointFilter Filter => new(
        Query.Get("q"),
        Query.Get("provider"),
        Enum.TryParse<EndpointState>(Query.Get("state"), ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null);

    private string CsvHref => QueryHelpers.AddQueryString($"{ApiPaths.Root}/endpoints/export", new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["q"] = Filter.Text,
        ["provider"] = Filter.Provider,
        ["state"] = Filter.State?.ToString(),
    });

    /// <inheritdoc />
    public void Dispose() => Query.Changed -= StateHasChanged;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Query.Changed += StateHasChanged;
        _mayManage = (await CurrentActor.GetAsync(CancellationToken.None)).May(Permissions.EndpointsManage);
    }

    private async Task<PageOf<EndpointRow>> LoadAsync(PageCursor? after, CancellationToken cancellationToken) =>
        await Reader.ListAsync(await CurrentActor.GetAsync(cancellationToken), Filter, after, 50, cancellationToken);
}
