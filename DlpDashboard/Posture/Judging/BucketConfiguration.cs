using System.Text.Json;
using DlpDashboard.Posture.Access;
using DlpDashboard.Providers.Configurations;

namespace DlpDashboard.Posture.Judging;

/// <summary>All that was read of a bucket and its account.</summary>
internal sealed class BucketConfiguration
{
    private readonly Dictionary<string, ConfigurationDocument> _documents;
    private readonly Dictionary<string, JsonElement> _parsed = new(StringComparer.Ordinal);
    private BucketExposure? _exposure;

    /// <summary>Puts together what was read.</summary>
    /// <param name="provider">The provider's id.</param>
    /// <param name="name">The bucket's name.</param>
    /// <param name="documents">Of the account and of the bucket; of equal names the last counts.</param>
    /// <param name="now">The time, for policies that speak of it.</param>
    public BucketConfiguration(string provider, string name, IEnumerable<ConfigurationDocument> documents, DateTimeOffset now)
    {
        (Provider, Name, Now) = (provider, name, now);
        _documents = new Dictionary<string, ConfigurationDocument>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            _documents[document.Name] = document;
        }
    }

    /// <summary>The provider's id.</summary>
    public string Provider { get; }

    /// <summary>The bucket's name.</summary>
    public string Name { get; }

    /// <summary>The time it is judged at.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Who can reach it.</summary>
    public BucketExposure Exposure => _exposure ??= Judged();

    /// <summary>What reading a document came to; one that was never asked for is unknown.</summary>
    public ConfigurationDocument Document(string name) => _documents.GetValueOrDefault(name) ?? ConfigurationDocument.Unknown(name, "It was not asked for.");

    /// <summary>A document that is there; null where it is not configured.</summary>
    /// <exception cref="UnreadDocumentException">It is unknown, so that nothing can be said.</exception>
    public JsonElement? Read(string name) => Document(name) switch
    {
        { State: DocumentState.Present, Json: { } json } => Parsed(name, json),
        { State: DocumentState.NotConfigured } => null,
        { Reason: var reason } => throw new UnreadDocumentException($"The document {name} could not be read. {reason}"),
    };

    /// <summary>A document where it is there; null where it is not configured or unknown.</summary>
    public JsonElement? Known(string name) => Document(name) is { State: DocumentState.Present, Json: { } json } ? Parsed(name, json) : null;

    /// <summary>Whether a document could not be read.</summary>
    public bool IsUnknown(string name) => Document(name).State == DocumentState.Unknown;

    // Documents are hostile: one of another form leaves it open who gets in.
    private BucketExposure Judged()
    {
        try
        {
            return BucketExposure.Of(this);
        }
        catch (Exception form) when (form is FormatException or InvalidOperationException or ArgumentException or JsonException)
        {
            return new BucketExposure(new AccessVerdict(false, [], [], [], []), ["A document has a form that is not understood."]);
        }
    }

    private JsonElement Parsed(string name, string json)
    {
        if (!_parsed.TryGetValue(name, out var element))
        {
            using var document = JsonDocument.Parse(json);
            _parsed[name] = element = document.RootElement.Clone();
        }

        return element;
    }
}
