using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.UI;
using DlpDashboard.UI.Forms;
using DlpDashboard.Web;

namespace DlpDashboard.Endpoints.Pages;

/// <summary>The list of endpoints; the filters are in the address.</summary>
public sealed partial class EndpointsPage
{
    private static readonly List<Option> States = [.. Enum.GetValues<EndpointState>().Select(state => new Option(state.ToString().ToLowerInvariant(), Words.Of(state)))];

    private bool _mayManage;

    private List<Option> Providers => [.. Factory.Providers.Select(provider => new Option(provider.Id, provider.DisplayName))];

    private EndpointFilter Filter => new(
        Query.Get("q"),
        Query.All("provider"),
        [.. Query.All("state").Select(text => Enum.TryParse<EndpointState>(text, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : (EndpointState?)null).OfType<EndpointState>()]);

    private string Narrowing => string.Join('&', Query.All("q").Select(text => $"q={Uri.EscapeDataString(text)}")
        .Concat(Query.All("provider").Select(id => $"provider={Uri.EscapeDataString(id)}"))
        .Concat(Filter.States!.Select(state => $"state={state}")));

    private string CsvHref => $"{ApiPaths.Root}/endpoints/export?{Narrowing}";

    /// <inheritdoc />
    public void Dispose() => Query.Changed -= Redraw;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Query.Changed += Redraw;
        _mayManage = (await CurrentActor.GetAsync(CancellationToken.None)).May(Permissions.EndpointsManage);
    }

    private void Redraw() => _ = InvokeAsync(StateHasChanged);

    private async Task<PageOf<EndpointRow>> LoadAsync(PageCursor? after, CancellationToken cancellationToken) =>
        await Reader.ListAsync(await CurrentActor.GetAsync(cancellationToken), Filter, after, 50, cancellationToken);
}
