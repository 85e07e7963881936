namespace DlpDashboard.Providers;

/// <summary>Whether another attempt may help, and how to space it.</summary>
internal enum StoreRetry
{
    /// <summary>The answer would be the same.</summary>
    Never,

    /// <summary>A hiccup: 5xx, a cut connection.</summary>
    Hiccup,

    /// <summary>No connection or no answer in time: only a few attempts.</summary>
    NoAnswer,

    /// <summary>The server asks to slow down.</summary>
    Throttled,
}
