using System.Buffers;
using System.Text;

namespace DlpDashboard.Detection.Custom;

/// <summary>
/// Text as words are compared: letters in lower case (the invariant culture's simple mapping), each run of white space one blank, everything else as it stands.
/// </summary>
internal static class FoldedText
{
    /// <summary>Folds text until it ends or <paramref name="folded"/> is full.</summary>
    /// <param name="text">UTF-8; what is not well formed is kept byte for byte.</param>
    /// <param name="folded">Receives the folded bytes.</param>
    /// <param name="ends">Receives, for each folded byte, where the text behind its character goes on; as long as <paramref name="folded"/>, or empty where nobody asks.</param>
    /// <param name="keepsCase">Whether letters keep their case.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Write(ReadOnlySpan<byte> text, Span<byte> folded, Span<int> ends, bool keepsCase)
    {
        int read = 0, written = 0;
        Span<byte> rune = stackalloc byte[4];
        while (read < text.Length)
        {
            var length = 1;
            var value = text[read];
            if (value < 0x80)
            {
                read++;
                rune[0] = IsBlank(value) ? (byte)' ' : !keepsCase && value is >= (byte)'A' and <= (byte)'Z' ? (byte)(value | 0x20) : value;
            }
            else
            {
                length = Other(text[read..], rune, keepsCase, out var taken);
                read += taken;
            }

            if (written + length > folded.Length)
            {
                break;
            }

            if (rune[0] == (byte)' ' && written > 0 && folded[written - 1] == (byte)' ')
            {
                if (!ends.IsEmpty)
                {
                    ends[written - 1] = read;
                }

                continue;
            }

            for (var i = 0; i < length; i++, written++)
            {
                folded[written] = rune[i];
                if (!ends.IsEmpty)
                {
                    ends[written] = read;
                }
            }
        }

        return written;
    }

    /// <summary>A text folded whole, without blanks at its ends.</summary>
    public static byte[] Of(string text, bool keepsCase = false)
    {
        var utf8 = Encoding.UTF8.GetBytes(text.Trim());
        var folded = new byte[utf8.Length * 2];
        return folded.AsSpan(0, Write(utf8, folded, [], keepsCase)).ToArray();
    }

    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';

    private static int Other(ReadOnlySpan<byte> text, Span<byte> rune, bool keepsCase, out int taken)
    {
        if (Rune.DecodeFromUtf8(text, out var value, out taken) != OperationStatus.Done)
        {
            taken = 1;
            rune[0] = text[0];
            return 1;
        }

        if (value.Value is 0xA0 or 0x202F or 0x3000)
        {
            rune[0] = (byte)' ';
            return 1;
        }

        return (keepsCase ? value : Rune.ToLowerInvariant(value)).EncodeToUtf8(rune);
    }
}
