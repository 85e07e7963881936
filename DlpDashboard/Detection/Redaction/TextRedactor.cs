using System.Buffers;
using System.Text;
using DlpDashboard.Detection.Custom;

namespace DlpDashboard.Detection.Redaction;

/// <summary>
/// Exchanges the values of one text. UTF-8 comes in pieces cut anywhere and goes out as it settles, byte for byte the same outside the values; memory is bounded. One text, one thread.
/// </summary>
/// <remarks>
/// What stands in a value's place can support a number beside it (<c>[US-SSN]</c> is a word near it), and a removed value lets its neighbours meet. So the text goes through again, in
/// the same stream, and what is found then is exchanged too; only valid surrogates are not looked at twice, as they would be found.
/// </remarks>
public sealed class TextRedactor : IDisposable
{
    private const int Passes = 3;

    private readonly RedactionPass[] _passes;
    private readonly ArrayBufferWriter<byte>[] _between;

    /// <param name="set">What to look with; a custom detector's minimum count is not waited for.</param>
    /// <param name="choice">What to write.</param>
    /// <exception cref="ArgumentException">The mode needs a key and the key is shorter than <see cref="RedactionChoice.ShortestKey"/>.</exception>
    public TextRedactor(DetectorSet set, RedactionChoice choice)
    {
        if (RedactionChoice.NeedsKey(choice.Mode) && choice.Key.Length < RedactionChoice.ShortestKey)
        {
            throw new ArgumentException($"The key must have at least {RedactionChoice.ShortestKey} bytes.", nameof(choice));
        }

        var times = choice is { Mode: RedactionMode.Surrogate, HasValidSurrogates: true } ? 1 : Passes;
        _passes = [.. Enumerable.Range(0, times).Select(pass => new RedactionPass(set, pass == 0 ? choice : choice.Later()))];
        _between = [.. Enumerable.Range(0, times - 1).Select(_ => new ArrayBufferWriter<byte>(64 * 1024))];
    }

    /// <summary>Values exchanged so far.</summary>
    public long Redacted => _passes.Sum(pass => pass.Redacted);

    /// <summary>Bytes of its buffers.</summary>
    internal int Held => _passes.Sum(pass => pass.Held) + _between.Sum(buffer => buffer.Capacity);

    /// <summary>The whole text redacted; half surrogate pairs read as one unknown character.</summary>
    public static string Redact(DetectorSet set, RedactionChoice choice, string text)
    {
        using var redactor = new TextRedactor(set, choice);
        var output = new ArrayBufferWriter<byte>(Math.Max(256, text.Length));
        redactor.Write(Encoding.UTF8.GetBytes(text), output);
        redactor.End(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>Takes a piece of the text and writes what is settled; what is written lags behind by less than a megabyte.</summary>
    public void Write(ReadOnlySpan<byte> utf8, IBufferWriter<byte> output)
    {
        for (var at = 0; at < utf8.Length; at += SegmentScanner.LongestWrite)
        {
            Go(0, utf8.Slice(at, Math.Min(SegmentScanner.LongestWrite, utf8.Length - at)), isLast: false, output);
        }
    }

    /// <summary>Ends the text and writes the rest.</summary>
    public void End(IBufferWriter<byte> output) => Go(0, [], isLast: true, output);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var pass in _passes)
        {
            pass.Dispose();
        }

        foreach (var buffer in _between)
        {
            buffer.Clear();
        }
    }

    private void Go(int place, ReadOnlySpan<byte> utf8, bool isLast, IBufferWriter<byte> output)
    {
        var target = place < _between.Length ? _between[place] : output;
        _passes[place].Write(utf8, target);
        if (isLast)
        {
            _passes[place].End(target);
        }

        if (place < _between.Length)
        {
            Go(place + 1, _between[place].WrittenSpan, isLast, output);
            _between[place].Clear();
        }
    }
}
