namespace DlpDashboard.Providers.Network;

/// <summary>Reads answers that are held in memory, and none that is too large for it.</summary>
internal static class SmallAnswers
{
    /// <summary>Largest answer read into memory: a page of 1,000 keys of 1,024 bytes, each byte as three characters, fits five times.</summary>
    public const long MaxBytes = 16 * 1024 * 1024;

    /// <summary>Loads an answer's body of at most <see cref="MaxBytes"/>.</summary>
    public static Task LoadAsync(HttpResponseMessage answer, string tooLarge, CancellationToken cancellationToken) =>
        LoadAsync(answer, MaxBytes, tooLarge, cancellationToken);

    /// <summary>Loads an answer's body; the answer is disposed where that fails.</summary>
    /// <param name="answer">Its body is not read yet.</param>
    /// <param name="maxBytes">Largest body, in bytes.</param>
    /// <param name="tooLarge">What to tell of a body larger than the limit.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ObjectStoreException"><see cref="StoreFault.Misconfigured"/>: too large.</exception>
    public static async Task LoadAsync(HttpResponseMessage answer, long maxBytes, string tooLarge, CancellationToken cancellationToken)
    {
        try
        {
            await answer.Content.LoadIntoBufferAsync(maxBytes, cancellationToken);
        }
        catch (HttpRequestException limit) when (limit.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            answer.Dispose();
            throw new ObjectStoreException(StoreFault.Misconfigured, tooLarge, inner: limit);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }
}
