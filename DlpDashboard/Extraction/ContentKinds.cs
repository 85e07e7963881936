namespace DlpDashboard.Extraction;

/// <summary>The names of the formats that are read.</summary>
internal static class ContentKinds
{
    /// <summary>No bytes.</summary>
    public const string Empty = "empty";

    /// <summary>Plain text.</summary>
    public const string Text = "text";

    /// <summary>JSON.</summary>
    public const string Json = "json";

    /// <summary>A JSON document a line.</summary>
    public const string JsonLines = "ndjson";

    /// <summary>YAML.</summary>
    public const string Yaml = "yaml";

    /// <summary>Keys under <c>[section]</c> lines: ini, TOML.</summary>
    public const string Ini = "ini";

    /// <summary>A key and a value a line: properties and environment files.</summary>
    public const string Properties = "properties";

    /// <summary>A gzip stream (RFC 1952).</summary>
    public const string Gzip = "gzip";

    /// <summary>A zip archive.</summary>
    public const string Zip = "zip";

    /// <summary>A zip that holds an office document.</summary>
    public const string Office = "office";

    /// <summary>Bytes that are no text and no known format.</summary>
    public const string Binary = "binary";
}
