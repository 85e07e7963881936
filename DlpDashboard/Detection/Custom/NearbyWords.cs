using System.Text;

namespace DlpDashboard.Detection.Custom;

/// <summary>Words that must or must not stand near a value, or in the name of its field.</summary>
internal sealed class NearbyWords(IReadOnlyList<string> words)
{
    private readonly byte[][] _words = [.. words.Select(word => FoldedText.Of(word))];

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _words.Length == 0;

    /// <summary>The place of the first word that stands in a folded text, or -1.</summary>
    public int In(ReadOnlySpan<byte> folded)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if (Stands(folded, _words[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The name of a field as words: <c>employee_no</c> and <c>employeeNo</c> are "employee no".</summary>
    /// <returns>How many bytes were written; a longer name is cut.</returns>
    public static int FoldKey(ReadOnlySpan<byte> key, Span<byte> folded)
    {
        var written = 0;
        for (var i = 0; i < key.Length && written + 2 <= folded.Length; i++)
        {
            var sign = key[i];
            var isCapital = sign is >= (byte)'A' and <= (byte)'Z';
            if (isCapital && i > 0 && key[i - 1] is >= (byte)'a' and <= (byte)'z')
            {
                folded[written++] = (byte)' ';
            }

            folded[written++] = isCapital ? (byte)(sign | 0x20) : sign is (byte)'_' or (byte)'-' or (byte)'.' ? (byte)' ' : sign;
        }

        return written;
    }

    private static bool Stands(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOf(word);
            if (at < 0)
            {
                return false;
            }

            at += from;
            var end = at + word.Length;
            if ((at == 0 || !IsLetterOrDigit(text, at - 1)) && (end == text.Length || !IsLetterOrDigit(text, end)))
            {
                return true;
            }

            from = at + 1;
        }

        return false;
    }

    // The text between words in scripts without blanks is no border; a letter of another script is one.
    private static bool IsLetterOrDigit(ReadOnlySpan<byte> text, int at)
    {
        if (text[at] < 0x80)
        {
            return WordBits.IsWord(text[at]);
        }

        while (at > 0 && (text[at] & 0xC0) == 0x80)
        {
            at--;
        }

        return Rune.DecodeFromUtf8(text[at..], out var rune, out _) == System.Buffers.OperationStatus.Done && Rune.IsLetterOrDigit(rune) && rune.Value < 0x2E80;
    }
}
