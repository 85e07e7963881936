namespace DlpDashboard.Shell.Circuits;

/// <summary>Why no further window is opened.</summary>
public enum WindowRefusal
{
    /// <summary>The account has as many open as one may.</summary>
    Person,

    /// <summary>The server has as many open as it takes.</summary>
    Everybody,
}
