namespace DlpDashboard.UI;

/// <summary>What a state means to a person at a glance; each has its colours in both themes and never stands without words.</summary>
public enum Tone
{
    /// <summary>Nothing to say: stopped, off, unknown.</summary>
    Neutral,

    /// <summary>As it should be: done, connected, resolved.</summary>
    Good,

    /// <summary>Happening now: running, testing.</summary>
    Live,

    /// <summary>Worth a look: partial, waiting, slow.</summary>
    Warn,

    /// <summary>Broken: failed, denied, exposed.</summary>
    Bad,
}
