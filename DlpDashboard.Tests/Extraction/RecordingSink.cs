using System.Text;
using DlpDashboard.Detection;

namespace DlpDashboard.Tests.Extraction;

/// <summary>Keeps what extraction wrote, and asks the map for each word it is told to look for, as the scanner does: during the write that completes the word.</summary>
internal sealed class RecordingSink(params string[] words) : ISegmentSink
{
    private readonly byte[][] _words = [.. words.Select(Encoding.UTF8.GetBytes)];
    private readonly List<byte> _open = [];
    private ISegmentMap? _map;
    private int _searched;

    /// <summary>The complete segments.</summary>
    public List<string> Segments { get; } = [];

    /// <summary>Each word found: the key over it and where it stands.</summary>
    public List<(string Word, string Key, TextLocation Location)> Found { get; } = [];

    /// <summary>Written text, all segments together.</summary>
    public long Written { get; private set; }

    /// <summary>Whether the text is kept.</summary>
    public bool Keeps { get; init; } = true;

    public void Begin(ISegmentMap map)
    {
        _map = map;
        _open.Clear();
        _searched = 0;
    }

    public void Write(ReadOnlySpan<byte> utf8)
    {
        Written += utf8.Length;
        if (!Keeps)
        {
            return;
        }

        _open.AddRange(utf8);
        if (_words.Length == 0)
        {
            return;
        }

        var text = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_open);
        var hits = new List<(int At, byte[] Word)>();
        foreach (var word in _words)
        {
            for (var at = _searched; ; at++)
            {
                var next = text[at..].IndexOf(word);
                if (next < 0)
                {
                    break;
                }

                at += next;
                hits.Add((at, word));
            }
        }

        foreach (var (at, word) in hits.OrderBy(h => h.At).Where(h => h.At + h.Word.Length > _asked))
        {
            var key = Encoding.UTF8.GetString(_map!.KeyAt(at));
            Found.Add((Encoding.UTF8.GetString(word), key, _map.LocationAt(at)));
        }

        _asked = _open.Count;
        _searched = Math.Max(0, _open.Count - 64);
    }

    private int _asked;

    public void End()
    {
        _asked = 0;
        Segments.Add(Encoding.UTF8.GetString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_open)));
        _map = null;
    }
}
