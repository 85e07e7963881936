using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Pages;
using DlpDashboard.UI;
using DlpDashboard.UI.Navigation;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Risk.Pages;

/// <summary>One bucket: its risk, how it is set up, who gets in, what was found, its size and what changed. Each part has an address.</summary>
public sealed partial class BucketPage : ComponentBase, IDisposable
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

    /// <summary>Which bucket.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private BucketRiskReader Reader { get; set; } = default!;

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
    public void Dispose()
    {
        Query.Changed -= Redraw;
        _leave.Cancel();
        _leave.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => Query.Changed += Redraw;

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
