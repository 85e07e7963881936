using System.Buffers.Binary;
using System.Buffers.Text;

namespace DlpDashboard.Kernel;

/// <summary>Where the next page begins: the time and id of the last row shown (keyset paging; no OFFSET).</summary>
/// <param name="AtUtc">The last row's time, UTC, to the tick.</param>
/// <param name="Id">The last row's id, which decides among equal times.</param>
public readonly record struct PageCursor(DateTime AtUtc, Guid Id)
{
    private const int Size = sizeof(long) + 16;

    /// <summary>The cursor as 32 characters of base64url (RFC 4648, section 5).</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteInt64BigEndian(bytes, AtUtc.Ticks);
        Id.TryWriteBytes(bytes[sizeof(long)..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote. Text from outside: anything else is refused, never guessed.</summary>
    public static bool TryParse(string? text, out PageCursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[Size];
        if (text is not { Length: 32 } || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != Size)
        {
            return false;
        }

        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        cursor = new PageCursor(new DateTime(ticks, DateTimeKind.Utc), new Guid(bytes[sizeof(long)..], bigEndian: true));
        return true;
    }
}
