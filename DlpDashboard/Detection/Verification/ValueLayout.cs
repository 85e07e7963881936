using System.Collections.Concurrent;
using System.Text;

namespace DlpDashboard.Detection.Verification;

/// <summary>
/// How a number is written: <c>n</c> a digit, <c>a</c> a letter of either case, <c>c</c> a letter or digit, <c>u</c> a capital, <c>k</c> a capital or digit, <c>_</c> a blank, dash or dot, the same throughout;
/// every other character stands for itself: <c>nnn-nn-nnnn</c>, <c>756.nnnn.nnnn.nn</c>. Detectors that write alike share one.
/// </summary>
internal sealed class ValueLayout
{
    /// <summary>The longest value without its separators.</summary>
    public const int Longest = 32;

    private const byte Digit = 1, Letter = 2, Capital = 4, AnyOf = Digit | Letter | Capital, Separator = 8, Literal = 16;

    private static readonly ConcurrentDictionary<string, ValueLayout> Known = new(StringComparer.Ordinal);
    private static int _count;

    private readonly string _row;
    private readonly byte[] _signs;

    private ValueLayout(string row)
    {
        _row = row;
        _signs = [.. row.Select(sign => (byte)(sign switch { 'n' => Digit, 'a' => Letter, 'c' => Digit | Letter, 'u' => Capital, 'k' => Digit | Capital, '_' => Separator, _ => Literal }))];
        IsGrouped = row.Any(sign => sign is '_' or ' ' or '-' or '.' or '/');
        Length = row.Count(char.IsAsciiLetterOrDigit);
        Number = Interlocked.Increment(ref _count) - 1;
    }

    /// <summary>How many there are, each with a <see cref="Number"/> below.</summary>
    public static int Count => _count;

    /// <summary>Its place among all.</summary>
    public int Number { get; }

    /// <summary>Whether separators part it.</summary>
    public bool IsGrouped { get; }

    /// <summary>How long it is without separators.</summary>
    public int Length { get; }

    /// <summary>What stands at its places, for the matcher.</summary>
    public string Fingerprint => @"\W|" + string.Concat(_row.Select(ClassOf)) + @"\W";

    /// <summary>Reads the row.</summary>
    public static ValueLayout Parse(string row) => Known.GetOrAdd(row, static row => new ValueLayout(row));

    /// <summary>Reads a value: its letters as capitals, without separators.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="value">Filled; of <see cref="Longest"/> bytes.</param>
    /// <param name="length">How many of them.</param>
    /// <param name="separator">What parts it; 0 for nothing.</param>
    /// <returns>One past its last byte, or -1.</returns>
    public int Read(ReadOnlySpan<byte> text, int start, Span<byte> value, out int length, out byte separator)
    {
        (length, separator) = (0, 0);
        if (start < 0 || text.Length - start < _signs.Length)
        {
            return -1;
        }

        text = text.Slice(start, _signs.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var here = text[at];
            var sign = _signs[at];
            if (sign <= AnyOf)
            {
                if (!((sign & Digit) != 0 && Ascii.IsDigit(here)) && !((sign & Letter) != 0 && Ascii.IsLetter(here)) && !((sign & Capital) != 0 && Ascii.IsUpper(here)))
                {
                    return -1;
                }

                value[length++] = Ascii.ToUpper(here);
            }
            else if (sign == Separator)
            {
                if (here is not ((byte)' ' or (byte)'-' or (byte)'.') || (separator != 0 && separator != here))
                {
                    return -1;
                }

                separator = here;
            }
            else if (here != _row[at])
            {
                return -1;
            }
            else if (Ascii.IsDigit(here))
            {
                value[length++] = here;
            }
            else
            {
                separator = here;
            }
        }

        return start + text.Length;
    }

    private static string ClassOf(char sign) => sign switch
    {
        'n' => @"\d",
        'a' => "[A-Za-z]",
        'c' => "[A-Za-z0-9]",
        'u' => "[A-Z]",
        'k' => "[A-Z0-9]",
        '_' => @"[ \-.]",
        '-' or '.' => "\\" + sign,
        _ => new StringBuilder().Append(sign).ToString(),
    };
}
