using System.Text.Json;
using DlpDashboard.Providers.Configurations;

namespace DlpDashboard.Providers.Gcs;

/// <summary>Reads the configuration of Google buckets over the JSON API: the resource with its access control lists, and the IAM policy with its conditions.</summary>
/// <param name="requests">How to send.</param>
/// <param name="project">The project of the connection; null where none is known.</param>
internal sealed class GcsConfiguration(GcsRequests requests, Func<string?> project) : IBucketConfigurationSource
{
    private const string NotAsked = "Another service of Google tells it, for which the sign-in for storage holds no right. Look it up in the console.";

    /// <inheritdoc />
    public async Task<IReadOnlyList<ConfigurationDocument>> ReadAccountAsync(CancellationToken cancellationToken)
    {
        await requests.SignInAsync(cancellationToken);
        return
        [
            project() is { } id
                ? await ReadAsync("hmacKeys", $"projects/{GcsRequests.Escape(id)}/hmacKeys", [("maxResults", "250")], cancellationToken)
                : ConfigurationDocument.Unknown("hmacKeys", "The connection names no project."),
            ConfigurationDocument.Unknown("organisationPolicy", NotAsked),
            ConfigurationDocument.Unknown("projectIamPolicy", NotAsked),
            ConfigurationDocument.Unknown("logSinks", NotAsked),
        ];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<ConfigurationDocument>> ReadBucketAsync(string bucket, CancellationToken cancellationToken)
    {
        var path = GcsListing.PathOf(bucket);
        var resource = await ReadAsync("bucket", path, [("projection", "full")], cancellationToken);
        if (resource.State == DocumentState.Unknown)
        {
            // Access control lists ask for a right of their own; without them the rest is still worth knowing.
            var plain = await ReadAsync("bucket", path, [("projection", "noAcl")], cancellationToken);
            resource = plain.State == DocumentState.Present ? plain : resource;
        }

        return
        [
            resource,
            await ReadAsync("iamPolicy", $"{path}/iam", [("optionsRequestedPolicyVersion", "3")], cancellationToken),
            await AskAsStrangerAsync(path, cancellationToken),
        ];
    }

    // What an organisation prevents is told nowhere to a storage reader; whether a stranger may list shows it.
    private async Task<ConfigurationDocument> AskAsStrangerAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var status = await requests.AskUnsignedAsync($"{path}/o", [("maxResults", "1"), ("fields", "kind")], cancellationToken);
            return ConfigurationDocument.Present("unsignedList", JsonSerializer.Serialize(new { status }));
        }
        catch (ObjectStoreException)
        {
            return ConfigurationDocument.Unknown("unsignedList", "The server did not answer a request without a sign-in.");
        }
    }

    private async Task<ConfigurationDocument> ReadAsync(string name, string path, (string Name, string? Value)[] query, CancellationToken cancellationToken)
    {
        try
        {
            return ConfigurationDocument.Present(name, (await requests.ReadAsync(path, query, GcsJson.Default.JsonElement, cancellationToken)).GetRawText());
        }
        catch (ObjectStoreException refused) when (refused.Fault is StoreFault.Denied or StoreFault.Vanished or StoreFault.Unreadable or StoreFault.Misconfigured)
        {
            var code = refused.ProviderCode is { } told ? $" (the server says {told})" : "";
            return ConfigurationDocument.Unknown(name, refused.Fault switch
            {
                StoreFault.Denied => $"The credentials may not read it{code}. Give the service account the role Storage Legacy Bucket Owner or a custom role with storage.buckets.get and storage.buckets.getIamPolicy.",
                StoreFault.Vanished => $"The server does not know it{code}.",
                _ => $"The server did not tell it{code}.",
            });
        }
    }
}
