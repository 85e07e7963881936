using System.Text.Json;
using System.Text.Json.Serialization;
using DlpDashboard.Kernel;

namespace DlpDashboard.Endpoints;

/// <summary>
/// What REST takes to add or change an endpoint. The provider's settings stand in <c>settings</c> or beside the other fields; what an answer tells
/// and nobody may set (id, version, last test) is ignored, so that an answer may be changed and sent back.
/// </summary>
public sealed record EndpointBody
{
    private static readonly HashSet<string> ReadOnly = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "address", "state", "hasSecret", "secrets", "version", "createdUtc", "createdBy", "updatedUtc", "updatedBy", "lastTest",
    };

    /// <summary>Its name; unique whatever the case.</summary>
    public string? Name { get; init; }

    /// <summary><c>local</c> or <c>aws</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>
    /// The provider's settings by name. Secrets are taken and never given back; on a change, one that is left out stays and an empty one is forgotten.
    /// </summary>
    public Dictionary<string, JsonElement>? Settings { get; init; }

    /// <summary>Names or globs of buckets separated by commas; empty for all.</summary>
    public string? BucketFilter { get; init; }

    /// <summary>What every key must begin with; empty for all.</summary>
    public string? Prefix { get; init; }

    /// <summary>Whether it may be scanned; true unless told otherwise.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The provider's settings that stand beside the other fields.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; init; }

    /// <summary>The members' names only: settings may be secret.</summary>
    public override string ToString() => nameof(EndpointBody);

    /// <summary>The draft, or the setting that is neither a text nor a switch.</summary>
    internal Outcome<EndpointDraft> ToDraft()
    {
        var draft = new EndpointDraft { Name = Name, Provider = Provider, BucketFilter = BucketFilter, Prefix = Prefix, IsEnabled = Enabled };
        var beside = (Others ?? []).Where(pair => !ReadOnly.Contains(pair.Key));
        foreach (var (name, value) in beside.Concat(Settings ?? []))
        {
            if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null))
            {
                return EndpointProblems.SettingNoText(name);
            }

            draft.Settings[name] = value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => null,
            };
        }

        return draft;
    }
}
