using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace DlpDashboard.Detection.Custom;

/// <summary>
/// Says of most places of a text that no term begins there. Two bits a beginning in a table of bits (B. Bloom, CACM 13, 1970), asked with at most eight bytes in one
/// multiplication, whatever the number of terms.
/// </summary>
internal sealed class TermPrefilter
{
    private const ulong Factor = 0x9E37_79B9_7F4A_7C15, Blanks = 0x2020_2020_2020_2020;
    private const int LeastBits = 12, MostBits = 23;

    private readonly ulong[] _bits;
    private readonly int _shift;

    /// <param name="terms">The terms.</param>
    /// <param name="wholeWords">Whether places are beginnings of words, asked with the word's length; else every place is asked with <see cref="Length"/>.</param>
    public TermPrefilter(IReadOnlyCollection<string> terms, bool wholeWords)
    {
        var forms = terms.SelectMany(FormsOf).Distinct(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes).Where(form => form.Length > 0).ToArray();
        Length = wholeWords ? 0 : forms.Select(form => Math.Min(8, form.Length)).DefaultIfEmpty(8).Min();

        ShortestWord = forms.Select(form => Math.Min(8, WordLength(form))).DefaultIfEmpty(8).Min();

        // About sixteen bits a beginning keep the wrong answers near one in fifty; the table stays within the processor's second cache.
        var size = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, forms.Length)) + 5, LeastBits, MostBits);
        _shift = 64 - size;
        _bits = new ulong[1 << (size - 6)];
        foreach (var form in forms)
        {
            Add(form, wholeWords ? WordLength(form) : Length);
        }
    }

    /// <summary>How many bytes a place is asked with where terms stand anywhere.</summary>
    public int Length { get; }

    /// <summary>The shortest word that a term begins with, in bytes, at most eight: shorter words need not be asked about.</summary>
    public int ShortestWord { get; }

    /// <summary>Whether a term may begin with these bytes.</summary>
    /// <param name="text">The text; eight bytes from the place on must be readable.</param>
    /// <param name="at">The place.</param>
    /// <param name="length">The word's length, where words are asked for.</param>
    public bool MayBegin(ReadOnlySpan<byte> text, int at, int length) => MayBegin(ref MemoryMarshal.GetReference(text.Slice(at, 8)), length);

    /// <summary>The same from a place with eight readable bytes on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayBegin(ref byte at, int length)
    {
        // Machines of both byte orders agree with themselves, which is all a table in memory needs.
        var hash = Hash(Unsafe.ReadUnaligned<ulong>(ref at), length);
        return Has(hash >> _shift) && Has(BitOperations.RotateLeft(hash, 29) >> _shift);
    }

    // Bit 5 tells upper from lower case in ASCII and in the second bytes of Latin-1 letters.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(ulong word, int length)
    {
        // The bytes behind the word go; without a branch, as lengths are not foreseen.
        word = (word | Blanks) << (64 - (Math.Min(length, 8) * 8));
        word *= Factor;
        return (word ^ (word >> 29)) * Factor;
    }

    private static int WordLength(ReadOnlySpan<byte> form)
    {
        var length = 0;
        while (length < form.Length && WordBits.IsWord(form[length]))
        {
            length++;
        }

        return length;
    }

    /// <summary>Where letters are not ASCII, case moves bytes: the forms that people write are all kept.</summary>
    private static IEnumerable<string> FormsOf(string term)
    {
        var first = term.Trim().Split([' ', '\t', '\u00A0', '\u202F', '\u3000'])[0];
        return System.Text.Ascii.IsValid(first)
            ? [first]
            : [first, first.ToLowerInvariant(), first.ToUpperInvariant(), Title(first.ToLowerInvariant())];
    }

    private static string Title(string lower) =>
        Rune.TryGetRuneAt(lower, 0, out var rune) ? string.Concat(Rune.ToUpperInvariant(rune).ToString(), lower.AsSpan(rune.Utf16SequenceLength)) : lower;

    /// <summary>The shift leaves no more bits than the table has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Has(ulong place) => ((Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bits), (nint)(place >> 6)) >> (int)(place & 63)) & 1) != 0;

    private void Add(ReadOnlySpan<byte> form, int length)
    {
        Span<byte> eight = stackalloc byte[8];
        form[..Math.Min(form.Length, 8)].CopyTo(eight);
        var hash = Hash(MemoryMarshal.Read<ulong>(eight), length);
        Set(hash >> _shift);
        Set(BitOperations.RotateLeft(hash, 29) >> _shift);
    }

    private void Set(ulong place) => _bits[place >> 6] |= 1UL << (int)(place & 63);
}
