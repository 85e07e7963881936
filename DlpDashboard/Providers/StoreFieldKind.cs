namespace DlpDashboard.Providers;

/// <summary>How a setting is entered and kept.</summary>
public enum StoreFieldKind
{
    /// <summary>One line of text; shown again when the form is opened.</summary>
    Text,

    /// <summary>Encrypted at rest, never sent back to a browser.</summary>
    Secret,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Switch,

    /// <summary>One of the field's choices.</summary>
    Choice,
}
