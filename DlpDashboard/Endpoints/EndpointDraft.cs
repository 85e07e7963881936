namespace DlpDashboard.Endpoints;

/// <summary>
/// What a person or program wants an endpoint to be. Settings may hold new secrets, so it is a class: nothing prints or compares its content.
/// </summary>
public sealed class EndpointDraft
{
    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>The provider's id.</summary>
    public string? Provider { get; set; }

    /// <summary>
    /// The provider's settings by field name. Of a saved endpoint, a secret that is absent stays as it is; one that is there but empty is forgotten.
    /// </summary>
    public Dictionary<string, string?> Settings { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Names or globs of buckets, separated by commas; empty for all.</summary>
    public string? BucketFilter { get; set; }

    /// <summary>What every key must begin with; empty for all.</summary>
    public string? Prefix { get; set; }

    /// <summary>Whether it may be scanned; null leaves it as it is.</summary>
    public bool? IsEnabled { get; set; }
}
