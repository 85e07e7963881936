namespace DlpDashboard.Endpoints;

/// <summary>How an endpoint stands, for filters and pills.</summary>
public enum EndpointState
{
    /// <summary>Enabled, and its last test went well.</summary>
    Connected,

    /// <summary>Enabled and not tested since it was changed.</summary>
    Untested,

    /// <summary>Enabled, and its last test failed.</summary>
    Failing,

    /// <summary>May not be scanned.</summary>
    Disabled,
}

/// <summary>Tells the state of rows.</summary>
public static class EndpointStates
{
    /// <summary>The state of a row.</summary>
    public static EndpointState StateOf(this EndpointRow row) => Of(row.IsEnabled, row.TestPassed);

    /// <summary>The state by what decides it.</summary>
    public static EndpointState Of(bool isEnabled, bool? testPassed) => (isEnabled, testPassed) switch
    {
        (false, _) => EndpointState.Disabled,
        (_, null) => EndpointState.Untested,
        (_, true) => EndpointState.Connected,
        (_, false) => EndpointState.Failing,
    };
}
