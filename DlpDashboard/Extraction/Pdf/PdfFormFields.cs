using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Pdf;

/// <summary>Writes what is filled into a file's form (12.7): each value under its field's full name and label.</summary>
internal sealed class PdfFormFields(PdfDocument document, PlacedTextWriter text)
{
    private const int MaxFields = 100_000;
    private const int MaxValue = 1024 * 1024;
    private const int MaxName = 256;

    /// <summary>Writes the fields as one segment.</summary>
    public async ValueTask WriteAsync(string? entry, CancellationToken cancellationToken)
    {
        if (await document.GetAsync<PdfDictionary>(document.Root, "AcroForm", cancellationToken) is not { } form
            || await document.GetAsync<List<object?>>(form, "Fields", cancellationToken) is not { } roots)
        {
            return;
        }

        text.Open(entry);
        var seen = new HashSet<int>();
        var waiting = new Stack<(object? Field, string Name)>(roots.AsEnumerable().Reverse().Select(root => (root, "")));
        for (var fields = 0; fields < MaxFields && waiting.TryPop(out var next); fields++)
        {
            if ((next.Field is PdfReference reference && !seen.Add(reference.Number)) || await document.DictionaryAsync(next.Field, cancellationToken) is not { } field)
            {
                continue;
            }

            var part = field["T"] is byte[] name ? PdfStrings.TextOf(name) : "";
            var full = next.Name.Length == 0 ? part : part.Length == 0 || next.Name.Length > MaxName ? next.Name : $"{next.Name}.{part}";
            await WriteAsync(field, full, cancellationToken);
            foreach (var kid in await document.GetAsync<List<object?>>(field, "Kids", cancellationToken) ?? [])
            {
                waiting.Push((kid, full));
            }
        }

        text.Close();
    }

    private async ValueTask WriteAsync(PdfDictionary field, string name, CancellationToken cancellationToken)
    {
        var label = field["TU"] is byte[] said ? PdfStrings.TextOf(said) : "";
        var value = await document.ResolveAsync(field["V"], cancellationToken);
        text.Place(new FixedPlace($"field {SafeText.Of(name)}", SafeText.Of(label.Length == 0 || label == name ? name : $"{name} {label}")), 0, 0);
        foreach (var item in value as List<object?> ?? [value])
        {
            var written = await document.ResolveAsync(item, cancellationToken) switch
            {
                byte[] bytes => PdfStrings.TextOf(bytes),
                PdfStream stream => PdfStrings.TextOf(await document.Filters.ReadAsync(stream, MaxValue, cancellationToken)),
                PdfName { Text: not "Off" } chosen => chosen.Text,
                _ => "",
            };
            if (written.Length > 0)
            {
                text.Append(written);
                text.Append("\n"u8);
            }
        }
    }
}
