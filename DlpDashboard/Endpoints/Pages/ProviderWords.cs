using DlpDashboard.UI;

namespace DlpDashboard.Endpoints.Pages;

/// <summary>How the pages speak of providers. One that is not listed here is shown by its own display name.</summary>
internal static class ProviderWords
{
    /// <summary>One sentence for the choice.</summary>
    public static string SentenceOf(string provider) => provider switch
    {
        "local" => "A folder on the machine the app runs on, or a share mounted there.",
        "aws" => "Amazon S3, and servers that speak its protocol.",
        "azure" => "Containers of an Azure storage account, in any cloud.",
        "gcp" => "Google Cloud Storage, and emulators of it.",
        _ => "",
    };

    /// <summary>What is hard about a field; null where nothing is.</summary>
    public static string? TipOf(string provider, string field) => (provider, field) switch
    {
        ("aws", "credentials") => "An access key belongs to one IAM user and is kept here encrypted. A profile, a role or what the AWS tools find stays on the machine this app runs on: nothing is kept here, and everybody on this server shares it.",
        ("azure", "credentials") => "A SAS can be limited to listing and reading, and ends by itself; an account key or connection string may do everything. A managed identity belongs to the machine: nothing is kept here, and Azure decides by its roles what it may read.",
        ("gcp", "credentials") => "A service account is an identity for programs; its key is a JSON file that is kept here encrypted. Application default credentials belong to the machine and are shared by everybody on this server.",
        _ => null,
    };

    /// <summary>Its icon.</summary>
    public static string IconOf(string provider) => provider == "local" ? Icons.Folder : Icons.Cloud;

    /// <summary>What part of the storage counts, in few words.</summary>
    public static string ScopeOf(EndpointRow row) => (row.BucketFilter, row.Prefix) switch
    {
        ("", "") => "Everything",
        (var buckets, "") => buckets,
        ("", var prefix) => $"below {prefix}",
        var (buckets, prefix) => $"{buckets} below {prefix}",
    };

    /// <summary>What a state means at a glance.</summary>
    public static Tone ToneOf(EndpointState state) => state switch
    {
        EndpointState.Connected => Tone.Good,
        EndpointState.Failing => Tone.Bad,
        EndpointState.Untested => Tone.Warn,
        _ => Tone.Neutral,
    };

    /// <summary>What a step of a test is about.</summary>
    public static string StepOf(string name) => name switch
    {
        "reach" => "Reach the storage",
        "signIn" => "Sign in",
        "list" => "List buckets and objects",
        "read" => "Read an object",
        _ => Words.OfName(name),
    };
}
