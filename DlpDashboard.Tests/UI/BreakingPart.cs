using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Tests.UI;

/// <summary>A component that fails at its birth as long as it is told to.</summary>
public sealed class BreakingPart : ComponentBase
{
    [Parameter]
    public Func<bool> Breaks { get; set; } = () => true;

    protected override void OnInitialized()
    {
        if (Breaks())
        {
            throw new InvalidOperationException("secret=hunter2");
        }
    }
}
