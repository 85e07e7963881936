namespace DlpDashboard.Providers.Configurations;

/// <summary>What reading one document of a bucket's configuration came to.</summary>
public enum DocumentState
{
    /// <summary>It is there.</summary>
    Present,

    /// <summary>The provider says that it was never set: a state, no failure.</summary>
    NotConfigured,

    /// <summary>It could not be read: a missing right, a server that does not know it, an answer of the wrong form. Says nothing of what is set.</summary>
    Unknown,
}
