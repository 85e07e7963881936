using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Core;
using DlpDashboard.Providers.Configurations;
using DlpDashboard.Providers.Network;

namespace DlpDashboard.Providers.Azure;

/// <summary>
/// The resource manager's side of a storage account (Azure REST reference, Microsoft.Storage): looks the account up by its name in the subscriptions the
/// identity sees, and reads its resources. One instance a store; the account is looked up once.
/// </summary>
/// <param name="account">The account's name.</param>
/// <param name="root">The resource manager of the account's cloud.</param>
/// <param name="token">Gives an access token for it.</param>
/// <param name="connections">How to connect; owned by the caller.</param>
/// <param name="retries">The store's retries.</param>
/// <param name="options">Time limits.</param>
internal sealed partial class AzureManagement(
    string account, Uri root, Func<CancellationToken, Task<string>> token, HttpMessageInvoker connections, StoreRetries retries, ProviderOptions options)
{
    /// <summary>The document of a container's resource.</summary>
    public const string ContainerDocument = "containerResource";

    private const string StorageVersion = "2023-05-01";
    private const int MostSubscriptions = 200;
    private const int MostPages = 50;

    private static readonly (string Name, string Path, string Version)[] Parts =
    [
        ("blobService", "/blobServices/default", StorageVersion),
        ("fileService", "/fileServices/default", StorageVersion),
        ("managementPolicy", "/managementPolicies/default", StorageVersion),
        ("blobDiagnostics", "/blobServices/default/providers/Microsoft.Insights/diagnosticSettings", "2021-05-01-preview"),
        ("defender", "/providers/Microsoft.Security/defenderForStorageSettings/current", "2022-12-01-preview"),
        ("locks", "/providers/Microsoft.Authorization/locks", "2020-05-01"),
    ];

    private string? _resource;

    /// <summary>The documents of an account, in the order they are read.</summary>
    public static IReadOnlyList<string> AccountDocuments { get; } = ["account", .. Parts.Select(part => part.Name)];

    /// <summary>The resource manager of the cloud that a blob endpoint belongs to; null for emulators and own domains.</summary>
    public static Uri? RootOf(Uri blobEndpoint) => blobEndpoint.Host switch
    {
        var host when host.EndsWith(".blob.core.windows.net", StringComparison.OrdinalIgnoreCase) => new Uri("https://management.azure.com/"),
        var host when host.EndsWith(".blob.core.usgovcloudapi.net", StringComparison.OrdinalIgnoreCase) => new Uri("https://management.usgovcloudapi.net/"),
        var host when host.EndsWith(".blob.core.chinacloudapi.cn", StringComparison.OrdinalIgnoreCase) => new Uri("https://management.chinacloudapi.cn/"),
        _ => null,
    };

    /// <summary>The account and what hangs on it.</summary>
    public async Task<IReadOnlyList<ConfigurationDocument>> ReadAccountAsync(CancellationToken cancellationToken)
    {
        var (resource, found, reason) = await FindAsync(cancellationToken);
        if (resource is null)
        {
            return [.. AccountDocuments.Select(name => ConfigurationDocument.Unknown(name, reason))];
        }

        _resource = resource;
        var documents = new List<ConfigurationDocument> { ConfigurationDocument.Present("account", found) };
        foreach (var (name, path, version) in Parts)
        {
            documents.Add(await ReadAsync(name, $"{resource}{path}?api-version={version}", cancellationToken));
        }

        return documents;
    }

    /// <summary>A container's resource.</summary>
    public async Task<ConfigurationDocument> ReadContainerAsync(string container, CancellationToken cancellationToken) => _resource is null
        ? ConfigurationDocument.Unknown(ContainerDocument, "The account was not found in the subscriptions this identity can see.")
        : await ReadAsync(ContainerDocument, $"{_resource}/blobServices/default/containers/{Uri.EscapeDataString(container)}?api-version={StorageVersion}", cancellationToken);

    private async Task<(string? Resource, string Document, string Reason)> FindAsync(CancellationToken cancellationToken)
    {
        await foreach (var subscription in ListAsync("/subscriptions?api-version=2022-12-01", cancellationToken))
        {
            if (subscription.TryGetProperty("subscriptionId", out var id) && id.ValueKind == JsonValueKind.String && Guid.TryParse(id.GetString(), out var known))
            {
                await foreach (var one in ListAsync($"/subscriptions/{known:D}/providers/Microsoft.Storage/storageAccounts?api-version={StorageVersion}", cancellationToken))
                {
                    if (one.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String && name.GetString() == account
                        && one.TryGetProperty("id", out var path) && path.ValueKind == JsonValueKind.String && ResourceForm().IsMatch(path.GetString()!))
                    {
                        return (path.GetString(), one.GetRawText(), "");
                    }
                }
            }
        }

        return (null, "", "The account was not found in the subscriptions this identity can see. Make the identity Reader of the account.");
    }

    private async IAsyncEnumerable<JsonElement> ListAsync(string path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var (pages, next, given) = (0, (string?)path, 0); next is not null && pages < MostPages; pages++)
        {
            var (status, body) = await GetAsync(next, cancellationToken);
            if (status != 200)
            {
                yield break;
            }

            using var page = JsonDocument.Parse(body);
            foreach (var item in page.RootElement.TryGetProperty("value", out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray().ToArray() : [])
            {
                if (item.ValueKind == JsonValueKind.Object && given++ < MostSubscriptions * 100)
                {
                    yield return item.Clone();
                }
            }

            // Only a way further on the same server is followed: the token is for no other.
            next = page.RootElement.TryGetProperty("nextLink", out var link) && link.ValueKind == JsonValueKind.String && Uri.TryCreate(link.GetString(), UriKind.Absolute, out var uri)
                && uri.Host == root.Host && uri.Port == root.Port && uri.Scheme == root.Scheme ? uri.PathAndQuery : null;
        }
    }

    private async Task<ConfigurationDocument> ReadAsync(string name, string path, CancellationToken cancellationToken)
    {
        var (status, body) = await GetAsync(path, cancellationToken);
        return status switch
        {
            200 => ConfigurationDocument.Present(name, body),
            404 => ConfigurationDocument.NotConfigured(name),
            401 or 403 => ConfigurationDocument.Unknown(name, "The identity may not read it at the resource manager. Make it Reader of the account."),
            _ => ConfigurationDocument.Unknown(name, $"The resource manager refused to tell it ({status})."),
        };
    }

    private Task<(int Status, string Body)> GetAsync(string path, CancellationToken cancellationToken) => retries.RunAsync(
        async stop =>
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            limit.CancelAfter(options.ConnectTimeout + options.FirstByteTimeout);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(root, path));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token(limit.Token));
            using var answer = await connections.SendAsync(request, limit.Token);
            await SmallAnswers.LoadAsync(answer, "The resource manager's answer is too large.", limit.Token);
            return (int)answer.StatusCode is 429 or >= 500
                ? throw new ObjectStoreException(StoreFault.Throttled, "The resource manager asks to slow down and did so through all retries. Refresh later.")
                : ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(limit.Token));
        },
        failure => failure is ObjectStoreException { Fault: StoreFault.Throttled } busy ? new StoreFailure(busy, StoreRetry.Throttled) : AzureFaults.Of(failure),
        cancellationToken);

    [GeneratedRegex("^/subscriptions/[0-9a-fA-F-]{36}/resourceGroups/[^/?#]{1,90}/providers/Microsoft\\.Storage/storageAccounts/[a-z0-9]{3,24}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex ResourceForm();
}
