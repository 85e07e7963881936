using System.Text.RegularExpressions;
using DlpDashboard.Kernel;
using DlpDashboard.Providers.Network;

namespace DlpDashboard.Providers.Gcs;

/// <summary>The settings of a Google Cloud Storage connection, checked.</summary>
internal sealed partial class GcsStoreSettings
{
    private static readonly Uri Google = new("https://storage.googleapis.com/");

    private GcsStoreSettings(StoreConnection connection, Uri? endpointUrl, ServiceAccountKey? key)
    {
        EndpointUrl = endpointUrl ?? Google;
        Key = key;
        Credentials = CredentialsOf(connection);
        ProjectId = connection.Read(GcsFields.ProjectId) ?? key?.ProjectId;
        UserProject = connection.Read(GcsFields.UserProject);
    }

    /// <summary>The service; Google's own unless told otherwise.</summary>
    public Uri EndpointUrl { get; }

    /// <summary>One of <see cref="GcsFields"/>' sign-in kinds.</summary>
    public string Credentials { get; }

    /// <summary>Where signed in by a service account.</summary>
    public ServiceAccountKey? Key { get; }

    public string? ProjectId { get; }

    public string? UserProject { get; }

    /// <summary>The sign-in kind chosen, or the first.</summary>
    public static string CredentialsOf(StoreConnection connection) => connection.Read(GcsFields.Credentials) ?? GcsFields.ByServiceAccount;

    /// <summary>Reads the settings, or tells the first rule broken.</summary>
    public static Outcome<GcsStoreSettings> Read(StoreConnection connection, ProviderOptions options)
    {
        var text = connection.Read(GcsFields.EndpointUrl);
        var url = text is null ? null : ServiceAddress.Parse(text, options.AllowLinkLocal);
        if (text is not null && url is null)
        {
            return Problem.Invalid(
                "providers.service-url",
                "The endpoint URL must begin with http:// or https://, hold no user, password or query, and lead to no link-local or cloud metadata address.",
                GcsFields.EndpointUrl);
        }

        foreach (var field in (string[])[GcsFields.ProjectId, GcsFields.UserProject])
        {
            if (connection.Read(field) is { } project && !ProjectForm().IsMatch(project))
            {
                return Problem.Invalid("providers.project", "A project is given by its id, such as my-project-123, or its number.", field);
            }
        }

        return CredentialsOf(connection) switch
        {
            GcsFields.ByAmbient => OfAmbient(connection, url, options),
            GcsFields.ByNone when url is null => Problem.Invalid("providers.credentials-missing", "Google itself needs credentials. Give an emulator's endpoint URL, or sign in with a service account key.", GcsFields.Credentials),
            GcsFields.ByNone => new GcsStoreSettings(connection, url, null),
            _ => OfServiceAccount(connection, url),
        };
    }

    private static Outcome<GcsStoreSettings> OfAmbient(StoreConnection connection, Uri? url, ProviderOptions options)
    {
        if (!options.AllowServerCredentials)
        {
            return Problem.Invalid("providers.server-credentials", "The configuration does not allow the machine's own credentials (Providers:AllowServerCredentials). Use a service account key.", GcsFields.Credentials);
        }

        return url is { Scheme: "http" } ? InTheClear() : new GcsStoreSettings(connection, url, null);
    }

    private static Outcome<GcsStoreSettings> OfServiceAccount(StoreConnection connection, Uri? url)
    {
        if (ServiceAccountKey.Read(connection.Read(GcsFields.ServiceAccountJson) ?? string.Empty, out var wrong) is not { } key)
        {
            return Problem.Invalid("providers.service-account", wrong, GcsFields.ServiceAccountJson);
        }

        if (key.IsOfGoogle)
        {
            return url is { Scheme: "http" } ? InTheClear() : new GcsStoreSettings(connection, url, key);
        }

        // A pasted document may not choose whom the app calls: only Google, or the very server the endpoint URL names.
        var isOfEmulator = url is not null && Uri.TryCreate(key.TokenUri, UriKind.Absolute, out var tokens)
            && tokens.UserInfo.Length == 0 && (tokens.Scheme, tokens.Host, tokens.Port) == (url.Scheme, url.Host, url.Port);
        return isOfEmulator
            ? new GcsStoreSettings(connection, url, key)
            : Problem.Invalid("providers.token-uri", $"The service account key's \"token_uri\" does not lead to Google. It must be {ServiceAccountKey.GoogleTokenUri}; paste the file as Google gave it out.", GcsFields.ServiceAccountJson);
    }

    private static Problem InTheClear() =>
        Problem.Invalid("providers.endpoint-in-the-clear", "Google's tokens are not sent over plain http. Give an endpoint URL that begins with https://, or choose no credentials for an emulator.", GcsFields.EndpointUrl);

    [GeneratedRegex("^[a-z0-9][a-z0-9.:-]{0,99}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ProjectForm();
}
