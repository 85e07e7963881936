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
