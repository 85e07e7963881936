namespace DlpDashboard.Data;

/// <summary>Where the app keeps its own files. Section <c>Data</c>.</summary>
public sealed class DataOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Data";

    /// <summary>The folder of the built-in database, keys and locks; relative to the working directory. Made with mode 0700 (0711 for root) where missing.</summary>
    public string Folder { get; set; } = "data";

    /// <summary>The folder of PostgreSQL's programs (<c>initdb</c>, <c>pg_ctl</c>, <c>postgres</c>); null searches the usual places.</summary>
    public string? PostgresBin { get; set; }

    /// <summary>The folder's whole path.</summary>
    public string FolderPath => Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder));
}
