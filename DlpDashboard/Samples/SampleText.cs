using System.Globalization;
using System.Security;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DlpDashboard.Samples;

/// <summary>Writes phrases into text of each format, among prose.</summary>
internal sealed class SampleText(Dice dice)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A text that holds the phrases.</summary>
    public string Write(SampleFormat format, IReadOnlyList<string> phrases) => format switch
    {
        SampleFormat.Markdown => $"# {SampleProse.Note(dice)}\n\n{string.Join("\n\n", Lines(phrases, 10).Select((line, i) => i % 4 == 3 ? "- " + line : line))}\n",
        SampleFormat.Csv => Table(phrases, ',', note => $"\"{note.Replace("\"", "\"\"", StringComparison.Ordinal)}\""),
        SampleFormat.Tsv => Table(phrases, '\t', note => note),
        SampleFormat.Json => $"{{\"records\": [\n  {string.Join(",\n  ", Lines(phrases, 20).Select(Record))}\n]}}\n",
        SampleFormat.JsonLines => Joined(Lines(phrases, 40).Select(Record)),
        SampleFormat.Xml => $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<records>\n{Joined(Lines(phrases, 20).Select(line => $"  <record id=\"{dice.Digits(5)}\"><note>{Escaped(line)}</note></record>"))}</records>\n",
        SampleFormat.Html => $"<!doctype html>\n<html lang=\"en\">\n<head><title>{SampleProse.Note(dice)}</title></head>\n<body>\n{Joined(Lines(phrases, 12).Select(line => $"<p>{Escaped(line)}</p>"))}</body>\n</html>\n",
        SampleFormat.Mail => $"Subject: {SampleProse.Note(dice)}\nDate: {SampleProse.Day(dice)}\nContent-Type: text/plain; charset=utf-8\n\n{Joined(Lines(phrases, 10))}",
        SampleFormat.Settings => Joined(Lines(phrases, 8).Select(line => phrases.Contains(line) ? Assigned(line) : "# " + line)),
        SampleFormat.Yaml => $"service:\n  name: {SampleProse.Word(dice)}\n  replicas: {1 + dice.Below(9)}\n  notes:\n{Joined(Lines(phrases, 8).Select(line => "    - " + line))}",
        SampleFormat.Source => Joined(Lines(phrases, 14).Select(line => phrases.Contains(line) && line.Contains(" = ", StringComparison.Ordinal) ? line : "# " + line)),
        SampleFormat.Sql => Joined(Lines(phrases, 30).Select(line => $"INSERT INTO notes (id, day, body) VALUES ({dice.Digits(6)}, '{SampleProse.Day(dice)}', '{line}');")),
        SampleFormat.Log => Joined(Lines(phrases, 60 + dice.Below(200)).Select(line => $"{SampleProse.Day(dice)} {SampleProse.Clock(dice)} {dice.Of(["INFO ", "WARN ", "DEBUG"])} [{SampleProse.Word(dice)}-{dice.Below(64)}] {line}")),
        _ => string.Join("\n\n", Lines(phrases, 12)) + "\n",
    };

    /// <summary>The phrases in their order among so many sentences.</summary>
    public IReadOnlyList<string> Lines(IReadOnlyList<string> phrases, int sentences)
    {
        var lines = Enumerable.Range(0, sentences).Select(_ => SampleProse.Sentence(dice)).ToList();
        for (var i = phrases.Count - 1; i >= 0; i--)
        {
            lines.Insert((i * sentences / Math.Max(1, phrases.Count)) + dice.Below(2), phrases[i]);
        }

        return lines;
    }

    /// <summary>For XML and HTML.</summary>
    public static string Escaped(string text) => SecurityElement.Escape(text);

    private string Table(IReadOnlyList<string> phrases, char separator, Func<string, string> quoted) =>
        string.Join(separator, "id", "date", "amount", "status", "note") + "\n" + Joined(Lines(phrases, 30).Select(line => string.Join(
            separator,
            dice.Digits(6),
            SampleProse.Day(dice),
            string.Create(CultureInfo.InvariantCulture, $"{dice.Below(9000)}.{dice.Below(100):00}"),
            dice.Of(["open", "paid", "void"]),
            quoted(line))));

    private string Record(string line) =>
        $"{{\"id\": {1 + dice.Below(90_000)}, \"day\": \"{SampleProse.Day(dice)}\", \"kind\": \"{SampleProse.Word(dice)}\", \"note\": {JsonSerializer.Serialize(line, Json)}}}";

    private static string Assigned(string phrase) =>
        phrase.StartsWith("postgres", StringComparison.Ordinal) ? "DATABASE_URL=" + phrase : phrase.Contains('=', StringComparison.Ordinal) ? phrase : "# " + phrase;

    private static string Joined(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
