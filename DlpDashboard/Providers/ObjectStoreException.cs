namespace DlpDashboard.Providers;

/// <summary>A provider's failure in our words.</summary>
/// <param name="fault">What sort.</param>
/// <param name="sentence">What happened and what to do, without secrets; shown to people.</param>
/// <param name="providerCode">The provider's own code, such as <c>SlowDown</c>, or null.</param>
/// <param name="inner">What was caught.</param>
public sealed class ObjectStoreException(StoreFault fault, string sentence, string? providerCode = null, Exception? inner = null) : Exception(sentence, inner)
{
    /// <summary>What sort.</summary>
    public StoreFault Fault { get; } = fault;

    /// <summary>What happened and what to do; fit to be shown.</summary>
    public string Sentence { get; } = sentence;

    /// <summary>The provider's own code, or null.</summary>
    public string? ProviderCode { get; } = providerCode;

    /// <summary>Whether the whole provider fails, so that going on with the next object makes no sense.</summary>
    public bool EndsScan => Fault is StoreFault.Throttled or StoreFault.Unreachable or StoreFault.SignInFailed or StoreFault.Misconfigured;
}
