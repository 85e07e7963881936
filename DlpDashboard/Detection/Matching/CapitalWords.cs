using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace DlpDashboard.Detection.Matching;

/// <summary>
/// A long list of words in capitals, such as names, told from others by the hash of their first four bytes: of a thousand names one in forty other words passes; what is listed
/// always does.
/// </summary>
internal sealed class CapitalWords
{
    /// <summary>How many bytes of a word are looked at; shorter words cannot be listed.</summary>
    public const int Prefix = 4;

    private const uint Factor = 0x9E3779B1;
    private const int HashBits = 15;

    private readonly ulong[] _bits = new ulong[(1 << HashBits) / 64];

    /// <param name="words">The words: an ASCII capital, a small letter or one beyond ASCII, and two bytes more at least.</param>
    public CapitalWords(IEnumerable<string> words)
    {
        foreach (var word in words.Select(Encoding.UTF8.GetBytes))
        {
            var place = PlaceOf(ref word[0]);
            _bits[place >> 6] |= 1UL << (int)(place & 63);
        }
    }

    /// <summary>Whether it can list a word.</summary>
    public static bool CanList(string word) =>
        Encoding.UTF8.GetByteCount(word) >= Prefix && char.IsAsciiLetterUpper(word[0]) && (char.IsAsciiLetterLower(word[1]) || !char.IsAscii(word[1]));

    /// <summary>Whether a listed word may begin at a place of a text.</summary>
    public bool MayBegin(ReadOnlySpan<byte> text, int at) =>
        at + Prefix <= text.Length && MayBegin(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at)) != 0;

    /// <summary>1 where a listed word may begin at this byte, else 0; four bytes are read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong MayBegin(ref byte at)
    {
        var place = PlaceOf(ref at);
        return (Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bits), place >> 6) >> (int)(place & 63)) & 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint PlaceOf(ref byte at) => (Unsafe.ReadUnaligned<uint>(ref at) * Factor) >> (32 - HashBits);
}
