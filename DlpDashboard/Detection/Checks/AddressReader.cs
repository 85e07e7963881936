using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Checks;

/// <summary>Reads IP addresses as text (RFC 4291, section 2.2).</summary>
internal static class AddressReader
{
    /// <summary>Reads four octets.</summary>
    /// <returns>One past the last digit, or -1.</returns>
    public static int Four(ReadOnlySpan<byte> text, int at, out uint address)
    {
        address = 0;
        for (var octet = 0; octet < 4; octet++)
        {
            if (octet > 0 && At(text, at++) != (byte)'.')
            {
                return -1;
            }

            var value = 0;
            var digits = 0;
            for (; digits < 4 && Ascii.IsDigit(At(text, at)); digits++, at++)
            {
                value = (value * 10) + text[at] - '0';
            }

            if (digits is 0 or > 3 || value > 255 || (digits > 1 && text[at - digits] == (byte)'0'))
            {
                return -1;
            }

            address = (address << 8) | (uint)value;
        }

        return at;
    }

    /// <summary>Reads eight groups, or fewer with one <c>::</c>; an IPv4 address may stand last.</summary>
    /// <returns>One past the last character, or -1.</returns>
    public static int Six(ReadOnlySpan<byte> text, int at, out bool hasDigit, out int groups)
    {
        (hasDigit, groups) = (false, 0);
        var shortened = false;
        var start = at;
        while (true)
        {
            if (At(text, at) == (byte)':' && At(text, at + 1) == (byte)':')
            {
                if (shortened)
                {
                    return -1;
                }

                shortened = true;
                at += 2;
            }
            else if (at > start && !(groups > 0 && At(text, at) == (byte)':' && Ascii.IsHex(At(text, at + 1))))
            {
                break;
            }
            else
            {
                at += at > start ? 1 : 0;
            }

            var size = Group(text, at, ref hasDigit);
            if (At(text, at + size) == (byte)'.' && size > 0 && Ascii.IsDigit(At(text, at + size + 1)))
            {
                at = Four(text, at, out _);
                groups += 2;
                return at >= 0 && (groups == 8 || (shortened && groups < 8)) ? at : -1;
            }

            if (size > 4 || (groups += size > 0 ? 1 : 0) > 8)
            {
                return -1;
            }

            at += size;
            if (size == 0)
            {
                break;
            }
        }

        return (shortened && groups < 8) || groups == 8 ? at : -1;
    }

    /// <summary>Takes a prefix length that stands behind an address.</summary>
    public static int Prefix(ReadOnlySpan<byte> text, int end, int most)
    {
        if (At(text, end) != (byte)'/')
        {
            return end;
        }

        var value = 0;
        var at = end + 1;
        while (at < end + 4 && Ascii.IsDigit(At(text, at)))
        {
            value = (value * 10) + text[at++] - '0';
        }

        return at > end + 1 && value <= most && !Ascii.IsWord(At(text, at)) && !(At(text, at) is (byte)'.' or (byte)':' && Ascii.IsDigit(At(text, at + 1))) ? at : end;
    }

    /// <summary>Whether nobody outside can reach it: private, loopback, link-local, documentation, multicast, this network (RFC 6890).</summary>
    public static bool IsReserved(uint address)
    {
        var first = address >> 24;
        var two = address >> 16;
        return first is 0 or 10 or 127 or >= 224 || two is 0xC0A8 or 0xA9FE || (two & 0xFFF0) == 0xAC10 || (two & 0xFFC0) == 0x6440
            || (address >> 8) is 0xC00002 or 0xC63364 or 0xCB0071;
    }

    private static int Group(ReadOnlySpan<byte> text, int at, ref bool hasDigit)
    {
        var size = 0;
        while (size < 5 && Ascii.IsHex(At(text, at + size)))
        {
            hasDigit |= Ascii.IsDigit(text[at + size]);
            size++;
        }

        return size;
    }

    private static byte At(ReadOnlySpan<byte> text, int index) => (uint)index < (uint)text.Length ? text[index] : (byte)0;
}
