namespace DlpDashboard.Detection;

/// <summary>Where in an object a value stands, in the terms of its format, so that a person can find it.</summary>
/// <param name="Line">Line of the decoded text, from 1; null where lines mean nothing.</param>
/// <param name="Column">Column within the line, from 1, in UTF-16 units as editors count; null without a line.</param>
/// <param name="Path">The place within a structure: <c>rows[2].card</c> for tables, a JSON path such as <c>$.users[0].email</c>.</param>
/// <param name="Entry">The archive entry, nested archives joined by <c>!/</c>; null outside archives.</param>
public sealed record TextLocation(int? Line = null, int? Column = null, string? Path = null, string? Entry = null);
