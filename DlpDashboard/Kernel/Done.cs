namespace DlpDashboard.Kernel;

/// <summary>Success with nothing to hand back: <c>Outcome&lt;Done&gt;</c>.</summary>
public sealed record Done
{
    /// <summary>The one value.</summary>
    public static readonly Done It = new();

    private Done()
    {
    }
}
