using DlpDashboard.Providers.Network;

namespace DlpDashboard.Providers.S3;

/// <summary>
/// Stands between the server and the SDK: keeps answers that are read into memory small, takes the target out of redirections, since
/// signed requests and session tokens go to the configured server only, and keeps ETags of objects away from the SDK, which takes them
/// for MD5 sums and fails where a compatible server's are something else.
/// </summary>
internal sealed class S3AnswerGuard(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    // The SDK offers no way to mark a request that reaches the handler; what flows with the call does.
    private static readonly AsyncLocal<ObjectAnswer?> Expected = new();

    /// <summary>From here to the end of the calling method, answers are an object's bytes, streamed by their reader.</summary>
    public static ObjectAnswer ExpectObject() => Expected.Value = new ObjectAnswer();

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if ((int)answer.StatusCode is >= 300 and < 400)
        {
            answer.Headers.Location = null;
        }

        if (answer.IsSuccessStatusCode && Expected.Value is { } expected)
        {
            expected.ETag = answer.Headers.TryGetValues("ETag", out var tags) ? tags.FirstOrDefault() : null;
            answer.Headers.Remove("ETag");
        }
        else
        {
            await SmallAnswers.LoadAsync(answer, "The server's answer is larger than any S3 answer. Check that the service URL leads to an S3 service.", cancellationToken);
            await S3CapturedAnswer.KeepAsync(answer, cancellationToken);
        }

        return answer;
    }

    /// <summary>What the guard kept from the SDK.</summary>
    internal sealed class ObjectAnswer
    {
        /// <summary>The ETag as the server wrote it; null where it gave none.</summary>
        public string? ETag { get; set; }
    }
}
