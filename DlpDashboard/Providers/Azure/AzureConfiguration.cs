using System.Text.Json.Nodes;
using System.Xml;
using Azure;
using Azure.Core;
using DlpDashboard.Providers.Configurations;

namespace DlpDashboard.Providers.Azure;

/// <summary>
/// Reads the configuration of a storage account and its containers: through the blob service what account keys and SAS may read, through the resource
/// manager the rest, where the machine's identity signs in. What only the resource manager tells is unknown without it.
/// </summary>
/// <param name="requests">The blob service.</param>
/// <param name="stranger">Asks without any sign-in whether a container may be listed.</param>
/// <param name="management">The resource manager; null where there is no identity that it would take.</param>
internal sealed class AzureConfiguration(AzureRequests requests, Func<string, CancellationToken, Task<ConfigurationDocument>> stranger, AzureManagement? management) : IBucketConfigurationSource
{
    private const string NoManagement = "Only the resource manager tells it, and an account key or SAS cannot ask there. Sign in by a managed identity that is Reader of the account.";

    private static readonly string[] AccountHeaders = ["x-ms-sku-name", "x-ms-account-kind", "x-ms-is-hns-enabled"];
    private static readonly string[] ContainerHeaders =
        ["x-ms-blob-public-access", "x-ms-has-immutability-policy", "x-ms-has-legal-hold", "x-ms-immutable-storage-with-versioning-enabled", "x-ms-default-encryption-scope", "x-ms-deny-encryption-scope-override"];

    /// <inheritdoc />
    public async Task<IReadOnlyList<ConfigurationDocument>> ReadAccountAsync(CancellationToken cancellationToken)
    {
        var documents = new List<ConfigurationDocument>
        {
            await ReadAsync("accountInfo", new AzureRequest(RequestMethod.Get, null, null, [("restype", "account"), ("comp", "properties")]), answer => HeadersOf(answer, AccountHeaders), cancellationToken),
            await ReadAsync("serviceProperties", new AzureRequest(RequestMethod.Get, null, null, [("restype", "service"), ("comp", "properties")]), answer => XmlOf(answer, "StorageServiceProperties"), cancellationToken),
        };
        documents.AddRange(management is null
            ? AzureManagement.AccountDocuments.Select(name => ConfigurationDocument.Unknown(name, NoManagement))
            : await management.ReadAccountAsync(cancellationToken));
        return documents;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<ConfigurationDocument>> ReadBucketAsync(string bucket, CancellationToken cancellationToken) =>
    [
        await ReadAsync("container", new AzureRequest(RequestMethod.Head, bucket, null, [("restype", "container")]), answer => HeadersOf(answer, ContainerHeaders), cancellationToken),
        await ReadAsync("containerAcl", new AzureRequest(RequestMethod.Get, bucket, null, [("restype", "container"), ("comp", "acl")]), AclOf, cancellationToken),
        await stranger(bucket, cancellationToken),
        management is null
            ? ConfigurationDocument.Unknown(AzureManagement.ContainerDocument, NoManagement)
            : await management.ReadContainerAsync(bucket, cancellationToken),
    ];

    private async Task<ConfigurationDocument> ReadAsync(string name, AzureRequest request, Func<Response, JsonObject> read, CancellationToken cancellationToken)
    {
        try
        {
            return ConfigurationDocument.Present(name, (await requests.ReadAsync(request, read, cancellationToken)).ToJsonString());
        }
        catch (ObjectStoreException refused) when (refused.Fault is StoreFault.Denied or StoreFault.Vanished or StoreFault.Unreadable or StoreFault.Misconfigured)
        {
            return ConfigurationDocument.Unknown(name, refused.Fault switch
            {
                StoreFault.Denied => $"The credentials may not read it{CodeOf(refused)}.",
                StoreFault.Vanished => "The container is no longer there.",
                _ => $"The server did not tell it{CodeOf(refused)}.",
            });
        }
    }

    private static string CodeOf(ObjectStoreException refused) => refused.ProviderCode is { } code ? $" (the server says {code})" : "";

    private static JsonObject HeadersOf(Response answer, string[] names)
    {
        var document = new JsonObject();
        foreach (var name in names)
        {
            document[name["x-ms-".Length..]] = answer.Headers.TryGetValue(name, out var value) ? value : null;
        }

        return document;
    }

    private static JsonObject XmlOf(Response answer, string expected)
    {
        var (root, content) = XmlDocuments.Read(answer.ContentStream ?? Stream.Null);
        return root == expected ? content : throw new XmlException("Another document.");
    }

    private static JsonObject AclOf(Response answer)
    {
        var document = XmlOf(answer, "SignedIdentifiers");
        document["publicAccess"] = answer.Headers.TryGetValue("x-ms-blob-public-access", out var level) ? level : null;
        return document;
    }
}
