namespace DlpDashboard.Providers.Gcs;

/// <summary>The settings of a Google Cloud Storage connection by name.</summary>
public static class GcsFields
{
    /// <summary>How the app signs in: one of the constants below.</summary>
    public const string Credentials = "credentials";

    /// <summary>A service account's key, as the JSON document Google gives out; secret.</summary>
    public const string ServiceAccountJson = "serviceAccountJson";

    /// <summary>The project whose buckets are listed.</summary>
    public const string ProjectId = "projectId";

    /// <summary>The project that pays for requests to requester-pays buckets.</summary>
    public const string UserProject = "userProject";

    /// <summary>Of an emulator or a private endpoint; empty for Google.</summary>
    public const string EndpointUrl = "endpointUrl";

    /// <summary><see cref="Credentials"/>: a service account's key.</summary>
    public const string ByServiceAccount = "serviceAccount";

    /// <summary><see cref="Credentials"/>: the machine's application default credentials.</summary>
    public const string ByAmbient = "ambient";

    /// <summary><see cref="Credentials"/>: none, for emulators.</summary>
    public const string ByNone = "none";

    /// <summary>The fields in the order of a form.</summary>
    public static IReadOnlyList<StoreField> All { get; } =
    [
        new(Credentials, "Credentials", StoreFieldKind.Choice, "How the app signs in.", Choices:
        [
            new(ByServiceAccount, "Service account key"),
            new(ByAmbient, "Application default credentials of the machine"),
            new(ByNone, "None (emulators only)"),
        ]),
        new(ServiceAccountJson, "Service account key (JSON)", StoreFieldKind.Secret, "Paste the whole JSON file that Google Cloud made for the key, with its braces.", IsRequired: true, ShownWhen: new(Credentials, ByServiceAccount)),
        new(ProjectId, "Project id", StoreFieldKind.Text, "Whose buckets are listed. Empty takes the service account's own project; not needed where the buckets are named."),
        new(UserProject, "Project that pays", StoreFieldKind.Text, "Only for requester-pays buckets: the project charged for requests. Empty for none."),
        new(EndpointUrl, "Endpoint URL", StoreFieldKind.Text, "Only for emulators and private endpoints, such as http://localhost:9199. Leave empty for Google."),
    ];
}
