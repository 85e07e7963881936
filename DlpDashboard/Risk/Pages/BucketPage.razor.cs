using DlpDashboard.Access;
using DlpDashboard.Data.Leases;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Pages;
using DlpDashboard.Posture.Refreshing;
using DlpDashboard.UI;
using DlpDashboard.UI.Navigation;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Risk.Pages;

/// <summary>One bucket: its risk, how it is set up, who gets in, what was found, its size and what changed. Each part has an address.</summary>
public sealed partial class BucketPage : ComponentBase, IAsyncDisposable
{
    private const string Overview = "overview";
    private const string FindingsView = "findings";
    private const string StorageView = "storage";

    private readonly Leaving _leave = new();
    private Outcome<BucketHead>? _head;
    private Outcome<BucketRiskView>? _risk;
    private bool _mayReadFindings;
    private bool _mayReadStorage;
    private bool _mayScan;
    private Guid _loaded;
    private int _turn;
    private Task _watch = Task.CompletedTask;

    /// <summary>Which bucket.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private BucketRiskReader Reader { get; set; } = default!;

    [Inject]
    private PostureProgressFeed Feed { get; set; } = default!;

    [Inject]
    private QueryState Query { get; set; } = default!;

    private IReadOnlyList<Crumb> Crumbs => _head?.Value is { } head
        ? [new Crumb("Risk", Links.Risks), new Crumb(head.Endpoint, Links.RisksOf(head.EndpointId))]
        : [new Crumb("Risk", Links.Risks)];

    private string View => Query.Get(BucketAddress.View) ?? Overview;

    private IReadOnlyList<Tab> Parts =>
    [
        Part("Overview", Overview),
        Part("Checks", BucketAddress.Checks),
        Part("Access", BucketAddress.Access),
        Part("Documents", BucketAddress.Documents),
        .. _mayReadFindings ? [Part("Findings", FindingsView, _risk?.Value?.Joined.Sensitivity.Lines.Sum(line => line.Objects))] : Array.Empty<Tab>(),
        .. _mayReadStorage ? [Part("Storage", StorageView)] : Array.Empty<Tab>(),
        Part("History", BucketAddress.History),
    ];

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Query.Changed -= Redraw;
        await _leave.CancelAsync();
        await _watch;
        _leave.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Query.Changed += Redraw;
        var actor = await CurrentActor.GetAsync(_leave.Token);
        _watch = WatchAsync(actor.OrganisationId);
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_loaded == Id)
        {
            return;
        }

        _loaded = Id;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var actor = await CurrentActor.GetAsync(_leave.Token);
        _mayReadFindings = actor.May(Permissions.FindingsRead);
        _mayReadStorage = actor.May(Permissions.StorageRead);
        _mayScan = actor.May(Permissions.ScansStart);
        _head = await Reader.HeadAsync(actor, Id, _leave.Token);
        _risk = _mayReadFindings && _head.Succeeded ? await Reader.OneAsync(actor, Id, _leave.Token) : null;
    }

    // What a refresh read is shown at its end, whoever asked for it.
    private async Task WatchAsync(Guid organisationId)
    {
        try
        {
            await foreach (var step in Feed.WatchAsync(organisationId, _leave.Token))
            {
                if (step.State > LeaseState.Running && step.EndpointId == _head?.Value?.EndpointId)
                {
                    await InvokeAsync(ReloadAsync);
                }
            }
        }
        catch (OperationCanceledException) when (_leave.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception failure) when (!_leave.IsCancellationRequested)
        {
            await DispatchExceptionAsync(failure);
        }
    }

    private async Task ReloadAsync()
    {
        await LoadAsync();
        _turn++;
        StateHasChanged();
    }

    private Tab Part(string title, string view, long? count = null) => new(title, Links.Bucket(Id, view), View == view, count);

    private void Redraw() => _ = InvokeAsync(StateHasChanged);

    private static string Provider(BucketHead head) => head.Provider switch
    {
        "aws" => "Amazon S3 or compatible",
        "azure" => "Azure Blob Storage",
        "gcp" => "Google Cloud Storage",
        "local" => "Folder",
        var other => other,
    };
}
