namespace DlpDashboard.Detection;

/// <summary>What kind of file a segment is of, as far as that says how likely a number is a value that its check digits alone speak for.</summary>
public enum FileKind
{
    /// <summary>Texts, documents, messages, logs: nothing is known.</summary>
    Usual,

    /// <summary>Rows of data: tables, a record a line, dumps of databases, column files.</summary>
    Records,

    /// <summary>Source code and what machines write like it: constants and tables, not data of people.</summary>
    Code,
}
