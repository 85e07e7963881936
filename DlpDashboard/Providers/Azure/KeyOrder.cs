using System.Runtime.CompilerServices;

namespace DlpDashboard.Providers.Azure;

/// <summary>The order of keys' UTF-8 bytes, and what brings a listing into it.</summary>
internal static class KeyOrder
{
    private const int MaxHeld = 20_000;

    /// <summary>Compares by UTF-8 bytes. UTF-16 gives the same but where a surrogate meets a character from U+E000 on.</summary>
    public static int Compare(string one, string other)
    {
        var at = one.AsSpan().CommonPrefixLength(other);
        if (at == one.Length || at == other.Length)
        {
            return one.Length.CompareTo(other.Length);
        }

        return Weight(one[at]).CompareTo(Weight(other[at]));
    }

    /// <summary>
    /// What a listing may be begun at so that no later key is missed, whether the server compares UTF-8 or UTF-16, and, where that is not
    /// known, whether it puts a slash before all other characters.
    /// </summary>
    public static string SafeStart(string startAfter, bool isSurelyFlat)
    {
        var name = startAfter.AsSpan();
        var end = name.IndexOfAnyInRange('\uD800', '\uFFFF');
        var low = isSurelyFlat ? -1 : name.IndexOfAnyInRange('\0', '.');
        end = end < 0 ? name.Length : end;
        return startAfter[..(low < 0 ? end : Math.Min(low, end))];
    }

    /// <summary>
    /// Brings entries that come in the order of their UTF-16 units into that of their UTF-8 bytes: entries from the first one with a
    /// surrogate on are held back until no more can come that belong before them. Entries in the right order stay in it.
    /// </summary>
    public static async IAsyncEnumerable<AzureEntry> ByBytesAsync(IAsyncEnumerable<AzureEntry> entries, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var held = new List<AzureEntry>();
        string? stem = null;
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            if (stem is not null && !(BelongsTo(stem, entry.Name) && held.Count < MaxHeld))
            {
                foreach (var one in Sorted(held))
                {
                    yield return one;
                }

                held.Clear();
                stem = null;
            }

            var at = stem is null ? entry.Name.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') : -1;
            stem ??= at < 0 ? null : entry.Name[..at];
            if (stem is null)
            {
                yield return entry;
            }
            else
            {
                held.Add(entry);
            }
        }

        foreach (var one in Sorted(held))
        {
            yield return one;
        }
    }

    private static bool BelongsTo(string stem, string name) =>
        name.Length > stem.Length && name[stem.Length] >= '\uD800' && name.StartsWith(stem, StringComparison.Ordinal);

    private static IEnumerable<AzureEntry> Sorted(List<AzureEntry> held) =>
        held.Order(Comparer<AzureEntry>.Create((one, other) => Compare(one.Name, other.Name)));

    // Surrogates stand for U+10000 and above: behind everything else.
    private static int Weight(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
