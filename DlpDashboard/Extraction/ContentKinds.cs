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

    /// <summary>A zip that holds an office document of a kind without a name of its own (Office Open XML, OpenDocument).</summary>
    public const string Office = "office";

    /// <summary>A Word document (ECMA-376).</summary>
    public const string Word = "docx";

    /// <summary>An Excel workbook (ECMA-376).</summary>
    public const string Excel = "xlsx";

    /// <summary>A PowerPoint presentation (ECMA-376).</summary>
    public const string PowerPoint = "pptx";

    /// <summary>An OpenDocument text.</summary>
    public const string OpenText = "odt";

    /// <summary>An OpenDocument spreadsheet.</summary>
    public const string OpenSheet = "ods";

    /// <summary>An OpenDocument presentation.</summary>
    public const string OpenSlides = "odp";

    /// <summary>Bytes that are no text and no known format.</summary>
    public const string Binary = "binary";
}
