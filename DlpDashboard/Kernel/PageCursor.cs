using System.Buffers.Binary;
using System.Buffers.Text;

namespace DlpDashboard.Kernel;

/// <summary>Where the next page begins: the time and id of the last row shown (keyset paging; no OFFSET).</summary>
/// <param name="AtUtc">The last row's time, UTC, to the tick.</param>
/// <param name="Id">The last row's id, which decides among equal times.</param>
/// <param name="Rank">What goes before the time where a list is ordered by something else first; 0 where it is not.</param>
public readonly record struct PageCursor(DateTime AtUtc, Guid Id, byte Rank = 0)
{
    private const int Size = sizeof(long) + 16;
    private const int TextLength = 32;
    private const int RankedTextLength = 34;

    /// <summary>The cursor as base64url (RFC 4648, section 5): 32 characters, with a rank 34.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size + 1];
        BinaryPrimitives.WriteInt64BigEndian(bytes, AtUtc.Ticks);
        Id.TryWriteBytes(bytes[sizeof(long)..], bigEndian: true, out _);
        bytes[Size] = Rank;
        return Base64Url.EncodeToString(Rank == 0 ? bytes[..Size] : bytes);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote. Text from outside: anything else is refused, never guessed.</summary>
    public static bool TryParse(string? text, out PageCursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[Size + 1];
        var size = text?.Length == RankedTextLength ? Size + 1 : Size;
        if (text is not { Length: TextLength or RankedTextLength } || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != size)
        {
            return false;
        }

        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks || (size > Size && bytes[Size] == 0))
        {
            return false;
        }

        cursor = new PageCursor(new DateTime(ticks, DateTimeKind.Utc), new Guid(bytes[sizeof(long)..Size], bigEndian: true), bytes[Size]);
        return true;
    }
}
