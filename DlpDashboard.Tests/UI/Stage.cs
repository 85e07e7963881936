using Bunit;
using DlpDashboard.UI;
using DlpDashboard.UI.Feedback;
using DlpDashboard.UI.Navigation;
using DlpDashboard.UI.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.UI;

/// <summary>Draws parts of the design system with a clock that the test moves and a browser that says nothing.</summary>
internal sealed class Stage : BunitContext
{
    public Stage()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddScoped<Browser>();
        Services.AddScoped<PersonClock>();
        Services.AddScoped<ToastFeed>();
        Services.AddScoped<QueryState>();
    }

    public StageClock Clock { get; } = new();

    public static RenderFragment Words(string words) => (RenderTreeBuilder builder) => builder.AddContent(0, words);
}
