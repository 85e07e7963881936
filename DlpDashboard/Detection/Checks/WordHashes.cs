using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Checks;

/// <summary>A set of words, kept as 64-bit hashes of their bytes in small letters: asked without allocation, about as fast as reading the word.</summary>
internal sealed class WordHashes
{
    private const ulong Start = 0xCBF29CE484222325, Step = 0x100000001B3;

    private readonly ulong[] _table;

    private WordHashes(ulong[] table) => _table = table;

    /// <summary>Makes the set of words that blanks part.</summary>
    public static WordHashes Of(params string[] rows)
    {
        var words = rows.SelectMany(Split).ToArray();
        var table = new ulong[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)words.Length * 4 + 4)];
        foreach (var word in words)
        {
            var hash = HashOf(System.Text.Encoding.UTF8.GetBytes(word));
            var place = (int)(hash >> 20) & (table.Length - 1);
            while (table[place] != 0 && table[place] != hash)
            {
                place = (place + 1) & (table.Length - 1);
            }

            table[place] = hash;
        }

        return new WordHashes(table);
    }

    /// <summary>The words of a row.</summary>
    public static string[] Split(string row) => row.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a word is in the set, whatever the case of its ASCII letters.</summary>
    public bool Has(ReadOnlySpan<byte> word)
    {
        var hash = HashOf(word);
        for (var place = (int)(hash >> 20) & (_table.Length - 1); _table[place] != 0; place = (place + 1) & (_table.Length - 1))
        {
            if (_table[place] == hash)
            {
                return true;
            }
        }

        return false;
    }

    // FNV-1a; the last bit set, so that no hash is the empty place.
    private static ulong HashOf(ReadOnlySpan<byte> word)
    {
        var hash = Start;
        foreach (var sign in word)
        {
            hash = (hash ^ Ascii.ToLower(sign)) * Step;
        }

        return hash | 1;
    }
}
