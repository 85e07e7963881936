namespace DlpDashboard.Extraction.Keys;

/// <summary>How keys stand in text.</summary>
internal enum KeyShape
{
    /// <summary>None but those beside a value on its line: <c>card=4111</c> in a log.</summary>
    None,

    /// <summary>A key a line: environment files and Java properties.</summary>
    Properties,

    /// <summary>A key a line under <c>[section]</c> lines: ini and TOML.</summary>
    Sections,

    /// <summary>Keys by indentation: YAML.</summary>
    Indented,
}
