namespace DlpDashboard.Providers.S3;

/// <summary>
/// Stands between the server and the SDK: keeps answers that are read into memory small, and takes the target out of redirections, since
/// signed requests and session tokens go to the configured server only.
/// </summary>
internal sealed class S3AnswerGuard(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Marks a request whose answer is an object's bytes, streamed by its reader.</summary>
    public const string ObjectMark = "x-id=GetObject";

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if ((int)answer.StatusCode is >= 300 and < 400)
        {
            answer.Headers.Location = null;
        }

        var isObject = answer.IsSuccessStatusCode && request.RequestUri!.Query.Contains(ObjectMark, StringComparison.Ordinal);
        if (!isObject)
        {
            await ReadSmallAsync(answer, cancellationToken);
        }

        return answer;
    }

    private static async Task ReadSmallAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            await answer.Content.LoadIntoBufferAsync(S3Http.MaxAnswerBytes, cancellationToken);
        }
        catch (HttpRequestException tooLarge) when (tooLarge.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            answer.Dispose();
            throw new ObjectStoreException(StoreFault.Misconfigured, "The server's answer is larger than any S3 answer. Check that the service URL leads to an S3 service.", inner: tooLarge);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }
}
