namespace DlpDashboard.Providers;

/// <summary>How long a store goes on trying before it says that something is wrong.</summary>
public enum StorePatience
{
    /// <summary>A scan: all attempts of <see cref="ProviderOptions.MaxAttempts"/>.</summary>
    Scan,

    /// <summary>A person waits for the answer: two attempts, short waits.</summary>
    Person,
}
