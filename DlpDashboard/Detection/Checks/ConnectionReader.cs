using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Checks;

/// <summary>Reads connection strings: where they begin and end and where the secret stands.</summary>
internal static class ConnectionReader
{
    private const int LongestPart = 256, LongestTotal = 1024, LongestScheme = 16;

    private static readonly byte[][] Schemes =
    [
        .. new[]
        {
            "postgres", "postgresql", "mysql", "mariadb", "mongodb", "mongodb+srv", "redis", "rediss", "amqp", "amqps", "sqlserver", "mssql", "clickhouse", "cockroachdb", "oracle", "nats", "kafka", "ldap", "ldaps",
        }.Select(System.Text.Encoding.ASCII.GetBytes),
    ];

    /// <summary>What was read; <see cref="End"/> is 0 where there is no such string.</summary>
    public readonly record struct Reading(int Start, int End, int SecretStart, int SecretEnd, bool IsLocal);

    /// <summary>Reads <c>scheme://user:secret@host…</c> around the colon of its scheme.</summary>
    public static Reading Uri(ReadOnlySpan<byte> text, int colon)
    {
        var start = colon;
        while (colon - start < LongestScheme && (Ascii.IsLetterOrDigit(At(text, start - 1)) || At(text, start - 1) == (byte)'+'))
        {
            start--;
        }

        if (!IsScheme(text[start..colon]))
        {
            return default;
        }

        int secret = -1, host = -1, at = colon + 3;
        for (; at < Math.Min(text.Length, colon + LongestTotal) && !EndsUri(text[at]); at++)
        {
            if (host < 0 && text[at] is (byte)'/' or (byte)'?' && secret < 0)
            {
                break;
            }

            secret = text[at] == (byte)':' && secret < 0 ? at + 1 : secret;
            host = text[at] == (byte)'@' && at - colon < LongestPart * 2 ? at + 1 : host;
        }

        if (secret < 0 || host <= secret || at <= host)
        {
            return default;
        }

        var isLocal = text[host..].StartsWith("localhost"u8) || text[host..].StartsWith("127.0.0.1"u8);
        while (at > host + 1 && text[at - 1] is (byte)'.' or (byte)',' or (byte)')' or (byte)';')
        {
            at--;
        }

        return new Reading(start, at, secret, host - 1, isLocal);
    }

    /// <summary>Reads <c>key=value;…</c> around one of its keys.</summary>
    public static Reading Pairs(ReadOnlySpan<byte> text, int key)
    {
        var start = FirstPair(text, key);
        int end = start, secret = 0, secretEnd = 0;
        var limit = Math.Min(text.Length, start + LongestTotal);
        var isLocal = false;
        for (var at = start; at < limit;)
        {
            var valueAt = at;
            while (valueAt < limit && valueAt - at < 40 && text[valueAt] is not ((byte)'=' or (byte)';') && !EndsPairs(text[valueAt]))
            {
                valueAt++;
            }

            if (valueAt >= limit || text[valueAt] != (byte)'=')
            {
                break;
            }

            var valueEnd = valueAt + 1;
            while (valueEnd < limit && valueEnd - valueAt < LongestPart && text[valueEnd] != (byte)';' && !EndsPairs(text[valueEnd]))
            {
                valueEnd++;
            }

            var name = text[at..valueAt].Trim((byte)' ');
            (secret, secretEnd) = IsSecretName(name) ? (valueAt + 1, valueEnd) : (secret, secretEnd);
            isLocal |= Ascii.StartsWithAnyCase(text[(valueAt + 1)..valueEnd], "localhost"u8);
            end = valueEnd;
            if (valueEnd >= limit || text[valueEnd] != (byte)';')
            {
                break;
            }

            at = valueEnd + 1;
        }

        // One pair alone is an assignment, no list.
        return secret > 0 && text[start..end].IndexOf((byte)';') >= 0 ? new Reading(start, end, secret, secretEnd, isLocal) : new Reading(start, end, 0, 0, false);
    }

    private static int FirstPair(ReadOnlySpan<byte> text, int key)
    {
        var start = key;
        while (At(text, start - 1) == (byte)';' || (At(text, start - 1) == (byte)' ' && At(text, start - 2) == (byte)';'))
        {
            var pair = start - (At(text, start - 1) == (byte)';' ? 1 : 2);
            var end = pair;
            while (pair > 0 && key - pair < LongestPart && end - pair < 100 && text[pair - 1] != (byte)';' && !EndsPairs(text[pair - 1]))
            {
                pair--;
            }

            if (text[pair..end].IndexOf((byte)'=') <= 0 || key - pair >= LongestPart)
            {
                break;
            }

            start = pair;
        }

        return start;
    }

    private static bool IsSecretName(ReadOnlySpan<byte> name) =>
        (name.Length == 8 && Ascii.StartsWithAnyCase(name, "password"u8)) || (name.Length == 3 && Ascii.StartsWithAnyCase(name, "pwd"u8))
        || (name.Length == 15 && Ascii.StartsWithAnyCase(name, "sharedaccesskey"u8));

    private static bool IsScheme(ReadOnlySpan<byte> name)
    {
        foreach (var scheme in Schemes)
        {
            if (name.Length == scheme.Length && Ascii.StartsWithAnyCase(name, scheme))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsUri(byte value) => value is <= (byte)' ' or (byte)'"' or (byte)'\'' or (byte)'<' or (byte)'>' or (byte)'`' or (byte)'\\' or (byte)'|';

    private static bool EndsPairs(byte value) => value is < (byte)' ' or (byte)'"' or (byte)'\'' or (byte)'<' or (byte)'>' or (byte)'`';

    private static byte At(ReadOnlySpan<byte> text, int index) => (uint)index < (uint)text.Length ? text[index] : (byte)0;
}
