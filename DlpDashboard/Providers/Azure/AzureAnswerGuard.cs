using DlpDashboard.Providers.Network;

namespace DlpDashboard.Providers.Azure;

/// <summary>
/// Stands between the server and the SDK: keeps answers that are read into memory small, and takes the target out of redirections, since
/// signed requests go to the configured server only. An object's own bytes are streamed by their reader.
/// </summary>
internal sealed class AzureAnswerGuard(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if ((int)answer.StatusCode is >= 300 and < 400)
        {
            answer.Headers.Location = null;
        }

        if (!answer.IsSuccessStatusCode || !IsObject(request))
        {
            await SmallAnswers.LoadAsync(
                answer, AzureListing.MaxPageBytes, "The server's answer is larger than any of Azure Blob Storage. Check that the blob endpoint leads to a blob service.", cancellationToken);
        }

        return answer;
    }

    private static bool IsObject(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get && !request.RequestUri!.Query.Contains("comp=", StringComparison.Ordinal);
}
