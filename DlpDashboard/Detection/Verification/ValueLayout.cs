using System.Text;
using DlpDashboard.Detection.Matching;

namespace DlpDashboard.Detection.Verification;

/// <summary>
/// How a number is written: <c>n</c> a digit, <c>a</c> a letter of either case, <c>c</c> a letter or digit, <c>_</c> a blank, dash or dot, the same throughout;
/// every other character stands for itself: <c>nnn-nn-nnnn</c>, <c>756.nnnn.nnnn.nn</c>.
/// </summary>
internal sealed class ValueLayout
{
    /// <summary>The longest value without its separators.</summary>
    public const int Longest = 32;

    private readonly string _row;

    private ValueLayout(string row) => _row = row;

    /// <summary>Whether separators part it.</summary>
    public bool IsGrouped { get; private init; }

    /// <summary>How long it is without separators.</summary>
    public int Length => _row.Count(sign => char.IsAsciiLetterOrDigit(sign));

    /// <summary>What stands at its places, for the matcher.</summary>
    public string Fingerprint => @"\W|" + string.Concat(_row.Select(ClassOf)) + @"\W";

    /// <summary>Reads the row.</summary>
    public static ValueLayout Parse(string row) => new(row) { IsGrouped = row.Any(sign => sign is '_' or ' ' or '-' or '.' or '/') };

    /// <summary>Reads a value: its letters as capitals, without separators.</summary>
    /// <param name="candidate">The text.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="value">Filled; of <see cref="Longest"/> bytes.</param>
    /// <param name="length">How many of them.</param>
    /// <param name="separator">What parts it; 0 for nothing.</param>
    /// <returns>One past its last byte, or -1.</returns>
    public int Read(in Candidate candidate, int start, Span<byte> value, out int length, out byte separator)
    {
        (length, separator) = (0, 0);
        var at = start;
        foreach (var sign in _row)
        {
            var here = candidate.At(at++);
            switch (sign)
            {
                case 'n' when Ascii.IsDigit(here):
                case 'a' or 'c' when Ascii.IsLetter(here):
                case 'c' when Ascii.IsDigit(here):
                    value[length++] = Ascii.ToUpper(here);
                    break;
                case '_' when here is (byte)' ' or (byte)'-' or (byte)'.' && (separator == 0 || separator == here):
                    separator = here;
                    break;
                case not ('n' or 'a' or 'c' or '_') when here == sign:
                    if (Ascii.IsDigit(here))
                    {
                        value[length++] = here;
                    }
                    else
                    {
                        separator = here;
                    }

                    break;
                default:
                    return -1;
            }
        }

        return at;
    }

    private static string ClassOf(char sign) => sign switch
    {
        'n' => @"\d",
        'a' => "[A-Za-z]",
        'c' => "[A-Za-z0-9]",
        '_' => @"[ \-.]",
        '-' or '.' => "\\" + sign,
        _ => new StringBuilder().Append(sign).ToString(),
    };
}
