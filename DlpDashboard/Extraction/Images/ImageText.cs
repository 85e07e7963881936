namespace DlpDashboard.Extraction.Images;

/// <summary>One text found in a picture's description: what it is called, and what it says.</summary>
/// <param name="Name">Such as <c>exif Artist</c>, <c>xmp dc:creator</c>, <c>png Comment</c>, <c>text in the picture</c>.</param>
/// <param name="Value">The text.</param>
internal readonly record struct ImageText(string Name, string Value);
