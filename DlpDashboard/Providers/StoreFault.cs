namespace DlpDashboard.Providers;

/// <summary>What went wrong at a provider. Faults of one object do not end a scan; faults of the provider do.</summary>
public enum StoreFault
{
    /// <summary>The credentials may not do this (object or bucket).</summary>
    Denied,

    /// <summary>The object is archived and must be restored before it can be read.</summary>
    Cold,

    /// <summary>The object or bucket is no longer there.</summary>
    Vanished,

    /// <summary>The object is not the one that was listed.</summary>
    Changed,

    /// <summary>The object cannot be read here: an unusable name, a damaged answer.</summary>
    Unreadable,

    /// <summary>Nothing that is ever opened: a link, a device, a pipe or a socket. That is by design and no failure.</summary>
    NeverOpened,

    /// <summary>Still throttled after all retries. Of the provider.</summary>
    Throttled,

    /// <summary>No connection, no name, no answer in time. Of the provider.</summary>
    Unreachable,

    /// <summary>The key, secret, token or role was refused. Of the provider.</summary>
    SignInFailed,

    /// <summary>The endpoint's settings are wrong: region, service URL, root folder. Of the provider.</summary>
    Misconfigured,
}
