namespace DlpDashboard.Web;

/// <summary>A column of a CSV file.</summary>
/// <param name="Header">Its first line.</param>
/// <param name="Cell">A row's text, raw: escaping is done when it is written.</param>
/// <typeparam name="T">The row.</typeparam>
public sealed record CsvColumn<T>(string Header, Func<T, string?> Cell);
