using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;

namespace DlpDashboard.UI.Feedback;

/// <summary>
/// The one place of a circuit where unexpected failures land: they are logged under a trace id, and the person sees that id and "try again". Going to another page clears it.
/// </summary>
public sealed class PageBoundary : ErrorBoundaryBase, IDisposable
{
    private string? _traceId;

    [Inject]
    private ILogger<PageBoundary> Logger { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose() => Navigation.LocationChanged -= Clear;

    /// <inheritdoc />
    protected override void OnInitialized() => Navigation.LocationChanged += Clear;

    /// <inheritdoc />
    protected override Task OnErrorAsync(Exception exception)
    {
        _traceId = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
        Logger.LogError(exception, "A page failed; shown to the person as trace {TraceId}", _traceId);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<ProblemPanel>(1);
        builder.AddComponentParameter(2, nameof(ProblemPanel.TraceId), _traceId);
        builder.AddComponentParameter(3, nameof(ProblemPanel.OnRetry), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
    }

    private void Clear(object? sender, LocationChangedEventArgs change)
    {
        if (CurrentException is not null)
        {
            _ = InvokeAsync(Recover);
        }
    }
}
