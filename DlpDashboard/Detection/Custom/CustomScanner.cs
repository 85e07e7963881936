using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DlpDashboard.Detection.Custom;

/// <summary>
/// Looks through segments with custom detectors, beside <see cref="SegmentScanner"/> and with the same promises: one a thread, cut anywhere, found the same. Text is looked at in
/// windows that begin at the same places of a segment however it is written.
/// </summary>
public sealed class CustomScanner : ISegmentSink, IDisposable
{
    /// <summary>Bytes held at most: less than a map must answer for.</summary>
    internal const int Size = 64 * 1024;

    /// <summary>Text kept before a window, for nearby words: the longest distance in the longest characters, and more.</summary>
    private const int Behind = 2 * 1024;

    /// <summary>Text kept behind a window: the longest value, and nearby words behind it.</summary>
    private const int Ahead = 6 * 1024;

    /// <summary>Text behind a place that a term is looked for in: white space may be long.</summary>
    private const int TermReach = 1024;

    private readonly CustomEngine _engine;
    private readonly IDetectionSink _sink;
    private readonly long[] _goOn;
    private readonly List<FoundPlace> _found = [];
    private readonly PatternWindow? _window;
    private readonly NearbyText _nearby = new();
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Size + (3 * WordBits.Width));
    private ISegmentMap _map = NoMap.Instance;
    private long _origin;
    private int _filled;
    private int _next;

    internal CustomScanner(CustomEngine engine, IDetectionSink sink)
    {
        _engine = engine;
        _sink = sink;
        _goOn = new long[engine.Rules.Length];
        _window = engine.HasPatterns ? new PatternWindow() : null;
    }

    /// <inheritdoc/>
    public void Begin(ISegmentMap map)
    {
        _map = map;
        (_origin, _filled, _next) = (0, 0, 0);
        _goOn.AsSpan().Clear();
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        while (!utf8.IsEmpty)
        {
            var taken = Math.Min(utf8.Length, Size - _filled);
            utf8[..taken].CopyTo(_buffer.AsSpan(_filled));
            _filled += taken;
            utf8 = utf8[taken..];
            if (_filled == Size)
            {
                Scan(isLast: false);
            }
        }
    }

    /// <inheritdoc/>
    public void End()
    {
        Scan(isLast: true);
        _map = NoMap.Instance;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
            _buffer = [];
            _window?.Dispose();
        }
    }

    private void Scan(bool isLast)
    {
        _buffer.AsSpan(_filled, 3 * WordBits.Width).Clear();
        var stop = isLast ? _filled : CharacterStart(_filled - Ahead);
        if (_engine.WordFilter is { } words)
        {
            FindWords(words, stop);
        }

        if (_engine.AnywhereFilter is { } anywhere)
        {
            FindAnywhere(anywhere, stop);
        }

        FindPatterns(stop, isLast);
        Report();
        Slide(stop);
    }

    /// <summary>Asks at each beginning of a word; most of them cost one look into the table of bits.</summary>
    private void FindWords(TermPrefilter filter, int stop)
    {
        // The buffer has three widths of room behind its text, so a mask ahead is always there.
        ref var text = ref MemoryMarshal.GetArrayDataReference(_buffer);
        var before = _next > 0 && WordBits.IsWord(_buffer[_next - 1]) ? 1UL : 0;
        var mask = WordBits.Of(ref Unsafe.Add(ref text, _next));
        var shortest = filter.ShortestWord;
        for (var at = _next; at < stop; at += WordBits.Width)
        {
            var ahead = WordBits.Of(ref Unsafe.Add(ref text, at + WordBits.Width));
            var starts = mask & ~((mask << 1) | before);
            for (var length = 1; length < shortest; length++)
            {
                starts &= (mask >> length) | (ahead << (WordBits.Width - length));
            }

            starts = stop - at < WordBits.Width ? starts & ((1UL << (stop - at)) - 1) : starts;
            for (; starts != 0; starts &= starts - 1)
            {
                var bit = BitOperations.TrailingZeroCount(starts);
                var run = (mask >> bit) | (ahead << 1 << (WordBits.Width - 1 - bit));
                if (filter.MayBegin(ref Unsafe.Add(ref text, at + bit), BitOperations.TrailingZeroCount(~run)))
                {
                    MatchTerms(_engine.Words, at + bit);
                }
            }

            before = mask >> (WordBits.Width - 1);
            mask = ahead;
        }
    }

    private void FindAnywhere(TermPrefilter filter, int stop)
    {
        ref var text = ref MemoryMarshal.GetArrayDataReference(_buffer);
        var length = filter.Length;
        for (var at = _next; at < stop; at++)
        {
            if (filter.MayBegin(ref Unsafe.Add(ref text, at), length) && (_buffer[at] & 0xC0) != 0x80)
            {
                MatchTerms(_engine.Anywhere, at);
            }
        }
    }

    private void MatchTerms(CompiledRule[] rules, int at)
    {
        var text = _buffer.AsSpan(at, Math.Min(TermReach, _filled - at));
        foreach (var rule in rules)
        {
            ref var goOn = ref _goOn[rule.Place];
            if (_origin + at >= goOn && rule.Terms!.Match(text) is var length and > 0)
            {
                goOn = _origin + at + length;
                Weigh(rule, at, at + length);
            }
        }
    }

    private void FindPatterns(int stop, bool isLast)
    {
        if (_window is null || stop <= _next)
        {
            return;
        }

        _window.Decode(_buffer.AsSpan(0, isLast ? _filled : WholeCharacters(_filled)));
        foreach (var rule in _engine.Rules)
        {
            if (rule.Pattern is { } pattern)
            {
                var from = (int)Math.Max(_next, _goOn[rule.Place] - _origin);
                _goOn[rule.Place] = _origin + _window.Find(pattern, from, stop);
                foreach (var (start, end) in _window.Found)
                {
                    Weigh(rule, start, end);
                }
            }
        }
    }

    /// <summary>Where the character that a byte belongs to begins.</summary>
    private int CharacterStart(int at)
    {
        for (var back = 0; back < 4 && at - back > 0; back++)
        {
            if ((_buffer[at - back] & 0xC0) != 0x80)
            {
                return at - back;
            }
        }

        return at;
    }

    /// <summary>The end of the last character that is all here.</summary>
    private int WholeCharacters(int end)
    {
        var first = CharacterStart(end - 1);
        var length = _buffer[first] switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, _ => 1 };
        return first + length > end ? first : end;
    }

    private void Weigh(CompiledRule rule, int start, int end)
    {
        if (!ChecksumRules.Holds(rule.Rule.Checksum, _buffer.AsSpan(start, end - start)))
        {
            return;
        }

        var (word, isKey) = (-1, false);
        if (!rule.Required.IsEmpty || !rule.Excluded.IsEmpty)
        {
            _nearby.Read(_buffer.AsSpan(0, _filled), start, end, rule.Rule.Distance, _map.KeyAt(_origin + start));
            (word, isKey) = _nearby.Find(rule.Required);
            if ((word < 0 && !rule.Required.IsEmpty) || _nearby.Find(rule.Excluded).Word >= 0)
            {
                return;
            }
        }

        _found.Add(new FoundPlace(start, end, rule, word, isKey));
    }

    private void Report()
    {
        _found.Sort();
        foreach (var place in _found)
        {
            _sink.Found(new Detection
            {
                Detector = place.Rule.Detector,
                Start = _origin + place.Start,
                Value = _buffer.AsSpan(place.Start, place.End - place.Start),
                Score = place.Rule.Score,
                Likelihood = place.Rule.Rule.Likelihood,
                Reasons = default,
                OwnReasons = place.Rule.Reasons(place.Word, place.IsKey),
                Map = _map,
            });
        }

        _found.Clear();
    }

    private void Slide(int stop)
    {
        var keepFrom = CharacterStart(Math.Max(0, stop - Behind));
        _buffer.AsSpan(keepFrom, _filled - keepFrom).CopyTo(_buffer);
        _origin += keepFrom;
        _filled -= keepFrom;
        _next = stop - keepFrom;
    }
}
