using System.Text.Encodings.Web;
using System.Text.Json;

namespace DlpDashboard.Posture.Explaining;

/// <summary>
/// A JSON document as lines to read, with the lines of one part marked. Own writing, because the lines of a part must be known. Bounded: at most
/// <see cref="MaxLines"/> lines, each at most <see cref="MaxLength"/> characters.
/// </summary>
/// <param name="Lines">The lines.</param>
/// <param name="From">The first line of the part; -1 where nothing is marked.</param>
/// <param name="To">Its last line.</param>
/// <param name="IsCut">Whether there are more lines.</param>
public sealed record JsonLines(IReadOnlyList<string> Lines, int From, int To, bool IsCut)
{
    /// <summary>Most lines of a document.</summary>
    public const int MaxLines = 20_000;

    /// <summary>Most characters of a line.</summary>
    public const int MaxLength = 4_000;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a document and marks what stands at a path; of a path that leads nowhere its part that does.</summary>
    public static JsonLines Of(string json, string path = "")
    {
        using var document = JsonDocument.Parse(json);
        var writing = new Writing(path.Length == 0 ? [] : path.Split('.'));
        writing.Write("", document.RootElement, "", 0, true);
        return new JsonLines(writing.Lines, writing.From, writing.To, writing.IsCut);
    }

    private sealed class Writing(string[] path)
    {
        private int _marked;

        public List<string> Lines { get; } = [];

        public int From { get; private set; } = -1;

        public int To { get; private set; } = -1;

        public bool IsCut { get; private set; }

        public void Write(string name, JsonElement value, string end, int depth, bool isOnPath)
        {
            if (IsCut)
            {
                return;
            }

            var first = Lines.Count;
            var hasParts = value.ValueKind switch { JsonValueKind.Object => value.EnumerateObject().Any(), JsonValueKind.Array => value.GetArrayLength() > 0, _ => false };
            if (!hasParts)
            {
                Add(depth, name + Scalar(value) + end);
            }
            else
            {
                var isList = value.ValueKind == JsonValueKind.Array;
                Add(depth, name + (isList ? '[' : '{'));
                WriteParts(value, depth, isOnPath);
                Add(depth, (isList ? "]" : "}") + end);
            }

            // The deepest part of the path that is there.
            if (isOnPath && depth > _marked)
            {
                (_marked, From, To) = (depth, first, Lines.Count - 1);
            }
        }

        private void WriteParts(JsonElement value, int depth, bool isOnPath)
        {
            var wanted = isOnPath && depth < path.Length ? path[depth] : null;
            if (value.ValueKind == JsonValueKind.Array)
            {
                var left = value.GetArrayLength();
                foreach (var (at, item) in value.EnumerateArray().Index())
                {
                    Write("", item, --left > 0 ? "," : "", depth + 1, wanted is not null && int.TryParse(wanted, out var place) && place == at);
                }
            }
            else
            {
                var left = value.EnumerateObject().Count();
                foreach (var member in value.EnumerateObject())
                {
                    Write($"{JsonSerializer.Serialize(member.Name, Readable)}: ", member.Value, --left > 0 ? "," : "", depth + 1, wanted is not null && member.NameEquals(wanted));
                }
            }
        }

        private static string Scalar(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Object => "{}",
            JsonValueKind.Array => "[]",
            JsonValueKind.String => JsonSerializer.Serialize(value.GetString(), Readable),
            _ => value.GetRawText(),
        };

        private void Add(int depth, string text)
        {
            if (Lines.Count >= MaxLines)
            {
                IsCut = true;
                return;
            }

            var line = new string(' ', 2 * depth) + text;
            Lines.Add(line.Length > MaxLength ? $"{line[..MaxLength]} …" : line);
        }
    }
}
