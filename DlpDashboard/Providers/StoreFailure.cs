namespace DlpDashboard.Providers;

/// <summary>A failed attempt: what to tell if it was the last one, and whether another may help.</summary>
/// <param name="Exception">What to throw.</param>
/// <param name="Retry">What another attempt could do.</param>
/// <param name="RetryAfter">The wait the server asks for (RFC 9110, section 10.2.3), or null.</param>
internal readonly record struct StoreFailure(ObjectStoreException Exception, StoreRetry Retry, TimeSpan? RetryAfter = null);
