using System.Text.Json;
using DlpDashboard.Providers.Configurations;

namespace DlpDashboard.Providers.Azure;

/// <summary>
/// Asks as a stranger would, without any sign-in, whether a container may be listed. An account that allows no public containers refuses with a code of its
/// own (<c>PublicAccessNotPermitted</c>, "Blob service error codes"), which tells the account's switch to whoever cannot ask the resource manager.
/// </summary>
/// <param name="endpoint">The blob service.</param>
/// <param name="connections">How to connect; owned by the caller.</param>
/// <param name="options">Time limits.</param>
internal sealed class AzureStranger(Uri endpoint, HttpMessageInvoker connections, ProviderOptions options)
{
    private const string Name = "unsignedList";

    /// <summary>The answer's status and code as a document; unknown where there is no answer.</summary>
    public async Task<ConfigurationDocument> AskAsync(string container, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.ConnectTimeout + options.FirstByteTimeout);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString(container)}?restype=container&comp=list&maxresults=1"));
        request.Headers.Add("x-ms-version", AzureRequest.UsualVersion);
        try
        {
            using var answer = await connections.SendAsync(request, limit.Token);
            var code = answer.Headers.TryGetValues("x-ms-error-code", out var codes) ? codes.First() : null;
            return ConfigurationDocument.Present(Name, JsonSerializer.Serialize(new { status = (int)answer.StatusCode, code = code?.Length <= 64 ? code : null }));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return ConfigurationDocument.Unknown(Name, "The server did not answer a request without a sign-in.");
        }
    }
}
