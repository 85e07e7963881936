using System.Buffers;
using System.Text;

namespace DlpDashboard.Detection.Redaction;

/// <summary>Writes what stands where a value stood. One instance a thread.</summary>
internal sealed class ValueRewriter : IDisposable
{
    private const int HashLetters = 16;

    private readonly RedactionChoice _choice;
    private readonly SurrogateMaker? _surrogates;

    public ValueRewriter(RedactionChoice choice)
    {
        _choice = choice;
        _surrogates = choice.Mode == RedactionMode.Surrogate ? new SurrogateMaker(choice.Key, choice.HasValidSurrogates) : null;
    }

    /// <summary>Writes it to an output.</summary>
    public void Write(Detector detector, ReadOnlySpan<byte> value, IBufferWriter<byte> output)
    {
        switch (_choice.Mode)
        {
            case RedactionMode.Mask:
                WriteText(ValueMask.Of(detector, value), output);
                break;
            case RedactionMode.Replace:
                WriteText($"[{Kind(detector)}]", output);
                break;
            case RedactionMode.Hash:
                WriteText($"[{Kind(detector)}:{Hash(detector, value)}]", output);
                break;
            case RedactionMode.Surrogate:
                output.Write(_surrogates!.Of(detector, value));
                break;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _surrogates?.Dispose();

    private static string Kind(Detector detector) => detector.Id.ToUpperInvariant();

    /// <summary>64 bits as letters from a to p: no digit, so that no hash reads as a number.</summary>
    private string Hash(Detector detector, ReadOnlySpan<byte> value)
    {
        Span<byte> seed = stackalloc byte[32];
        CanonicalValue.WriteSeed("hash", detector, value, _choice.Key.Span, seed);
        Span<char> letters = stackalloc char[HashLetters];
        for (var at = 0; at < HashLetters; at++)
        {
            letters[at] = (char)('a' + ((seed[at / 2] >> (at % 2 * 4)) & 15));
        }

        return new string(letters);
    }

    private static void WriteText(string text, IBufferWriter<byte> output) => Encoding.UTF8.GetBytes(text, output);
}
