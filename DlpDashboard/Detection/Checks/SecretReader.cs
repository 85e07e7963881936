using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Checks;

/// <summary>Finds the value behind a secret's name, as configuration files, source, JSON, YAML and XML write it.</summary>
internal static class SecretReader
{
    private const int LongestName = 40, MostBlanks = 4;

    /// <summary>Where the value begins behind the name around <paramref name="at"/>, and the quote it stands in (0 for none, <c>&lt;</c> in XML).</summary>
    /// <returns>-1 where nothing is assigned.</returns>
    public static int ValueAfterName(ReadOnlySpan<byte> text, int at, out byte quote)
    {
        quote = 0;
        var name = at;
        while (at - name < LongestName && (Ascii.IsWord(At(text, at)) || At(text, at) == (byte)'-'))
        {
            at++;
        }

        if (at - name >= LongestName || !IsSecretName(text[name..at]) || (name >= 9 && Ascii.StartsWithAnyCase(text[(name - 9)..name], "publickey"u8)))
        {
            return -1;
        }

        at += At(text, at) == (byte)'\\' ? 1 : 0;
        at += At(text, at) is (byte)'"' or (byte)'\'' ? 1 : 0;
        at += At(text, at) == (byte)']' ? 1 : 0;
        at = SkipBlanks(text, at);
        var sign = At(text, at);
        if (sign == (byte)'>')
        {
            quote = (byte)'<';
            return at + 1;
        }

        if (sign == (byte)'i' && text[at..].StartsWith("is "u8) && Ascii.StartsWithAnyCase(text[name..], "passw"u8))
        {
            return SpokenValue(text, at + 3);
        }

        at += sign == (byte)':' && At(text, at + 1) == (byte)'=' ? 1 : 0;
        if (At(text, at) is not ((byte)'=' or (byte)':') || At(text, at + 1) is (byte)'=' or (byte)':')
        {
            return -1;
        }

        at = SkipBlanks(text, at + (At(text, at + 1) == (byte)'>' ? 2 : 1));
        at += At(text, at) == (byte)'\\' ? 1 : 0;
        if (At(text, at) is (byte)'"' or (byte)'\'' or (byte)'`')
        {
            quote = text[at++];
        }

        return at;
    }

    /// <summary>What follows "password is" counts only where it looks like no word and no rule: a letter and a digit or sign in one piece.</summary>
    private static int SpokenValue(ReadOnlySpan<byte> text, int start)
    {
        bool hasLetter = false, hasOther = false;
        var at = start;
        for (; at - start < 64 && At(text, at) > (byte)' '; at++)
        {
            hasLetter |= Ascii.IsLetter(text[at]);
            hasOther |= Ascii.IsDigit(text[at]) || text[at] is (byte)'!' or (byte)'@' or (byte)'#' or (byte)'$' or (byte)'&';
        }

        return hasLetter && hasOther && at - start >= 6 ? start : -1;
    }

    /// <summary>One past the value's last byte: the closing quote, or without quotes the next blank or delimiter.</summary>
    public static int EndOfValue(ReadOnlySpan<byte> text, int start, byte quote, int most)
    {
        var limit = Math.Min(text.Length, start + most);
        var at = start;
        while (at < limit && text[at] != quote && text[at] >= (byte)' ' && !(quote == 0 && text[at] is (byte)' ' or (byte)'"' or (byte)'\'' or (byte)';' or (byte)',' or (byte)'<' or (byte)'>' or (byte)'&'))
        {
            at++;
        }

        return at > start && at < limit && text[at] == quote && text[at - 1] == (byte)'\\' ? at - 1 : at;
    }

    /// <summary>Whether an unquoted value is a call, an index or a dotted name of source rather than a secret.</summary>
    public static bool IsCode(ReadOnlySpan<byte> value, byte after)
    {
        var hasDigit = false;
        foreach (var sign in value)
        {
            if (sign is (byte)'(' or (byte)')' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}')
            {
                return true;
            }

            hasDigit |= Ascii.IsDigit(sign);
        }

        return after is (byte)'(' or (byte)'[' || (!hasDigit && value.IndexOf((byte)'.') > 0 && value.IndexOfAnyExceptInRange((byte)'.', (byte)'z') < 0);
    }

    /// <summary>Names such as <c>secretary</c> or <c>tokenizer</c> only begin like a secret's; <c>password_hint</c> and <c>token_count</c> speak about one.</summary>
    private static bool IsSecretName(ReadOnlySpan<byte> name) =>
        !(EndsWith(name, "count"u8) || EndsWith(name, "length"u8) || EndsWith(name, "hint"u8) || EndsWith(name, "type"u8) || EndsWith(name, "url"u8) || EndsWith(name, "uri"u8)
            || EndsWith(name, "file"u8) || EndsWith(name, "path"u8) || EndsWith(name, "name"u8) || EndsWith(name, "field"u8) || EndsWith(name, "expiry"u8) || EndsWith(name, "policy"u8)
            || EndsWith(name, "secretary"u8) || EndsWith(name, "hash"u8) || EndsWith(name, "label"u8) || EndsWith(name, "passport"u8) || EndsWith(name, "id"u8));

    private static bool EndsWith(ReadOnlySpan<byte> name, ReadOnlySpan<byte> ending) =>
        name.Length >= ending.Length && Ascii.StartsWithAnyCase(name[^ending.Length..], ending);

    private static int SkipBlanks(ReadOnlySpan<byte> text, int at)
    {
        for (var skipped = 0; skipped < MostBlanks && At(text, at) is (byte)' ' or (byte)'\t'; skipped++)
        {
            at++;
        }

        return at;
    }

    private static byte At(ReadOnlySpan<byte> text, int index) => (uint)index < (uint)text.Length ? text[index] : (byte)0;
}
