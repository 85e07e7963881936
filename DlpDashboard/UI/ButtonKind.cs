namespace DlpDashboard.UI;

/// <summary>The weight of a <see cref="Button"/>.</summary>
public enum ButtonKind
{
    /// <summary>The usual one, with a line around.</summary>
    Secondary,

    /// <summary>The one thing this view is for.</summary>
    Primary,

    /// <summary>No line: beside others, in rows.</summary>
    Ghost,

    /// <summary>Destroys something; ask first.</summary>
    Danger,
}
