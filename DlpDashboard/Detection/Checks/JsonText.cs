using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Checks;

/// <summary>A checker for small JSON texts (RFC 8259) that neither throws nor allocates: hostile text must cost no exceptions.</summary>
internal static class JsonText
{
    private const int Deepest = 8;

    /// <summary>Whether the whole text is one object that has the property at its first level.</summary>
    public static bool IsObjectWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> property)
    {
        var at = Skip(text, 0);
        var has = false;
        return At(text, at) == (byte)'{' && Value(text, ref at, 0, property, ref has) && Skip(text, at) == text.Length && has;
    }

    private static bool Value(ReadOnlySpan<byte> text, ref int at, int depth, ReadOnlySpan<byte> property, ref bool has)
    {
        at = Skip(text, at);
        switch (At(text, at))
        {
            case (byte)'{':
                return depth < Deepest && Members(text, ref at, depth, isObject: true, property, ref has);
            case (byte)'[':
                return depth < Deepest && Members(text, ref at, depth, isObject: false, property, ref has);
            case (byte)'"':
                return String(text, ref at);
            default:
                var start = at;
                while (Ascii.IsWord(At(text, at)) || At(text, at) is (byte)'-' or (byte)'+' or (byte)'.')
                {
                    at++;
                }

                var word = text[start..at];
                return word.SequenceEqual("true"u8) || word.SequenceEqual("false"u8) || word.SequenceEqual("null"u8)
                    || (word.Length > 0 && (Ascii.IsDigit(word[^1]) && (Ascii.IsDigit(word[0]) || word[0] == (byte)'-')));
        }
    }

    private static bool Members(ReadOnlySpan<byte> text, ref int at, int depth, bool isObject, ReadOnlySpan<byte> property, ref bool has)
    {
        var close = isObject ? (byte)'}' : (byte)']';
        at = Skip(text, at + 1);
        if (At(text, at) == close)
        {
            at++;
            return true;
        }

        while (true)
        {
            at = Skip(text, at);
            var name = at;
            if (isObject)
            {
                if (!String(text, ref at))
                {
                    return false;
                }

                has |= depth == 0 && text[(name + 1)..(at - 1)].SequenceEqual(property);
                at = Skip(text, at);
                if (At(text, at++) != (byte)':')
                {
                    return false;
                }
            }

            if (!Value(text, ref at, depth + 1, property, ref has))
            {
                return false;
            }

            at = Skip(text, at);
            var next = At(text, at++);
            if (next == close)
            {
                return true;
            }

            if (next != (byte)',')
            {
                return false;
            }
        }
    }

    private static bool String(ReadOnlySpan<byte> text, ref int at)
    {
        if (At(text, at++) != (byte)'"')
        {
            return false;
        }

        while (at < text.Length && text[at] >= 32)
        {
            if (text[at] == (byte)'"')
            {
                at++;
                return true;
            }

            at += text[at] == (byte)'\\' ? 2 : 1;
        }

        return false;
    }

    private static int Skip(ReadOnlySpan<byte> text, int at)
    {
        while (At(text, at) is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        return at;
    }

    private static byte At(ReadOnlySpan<byte> text, int index) => (uint)index < (uint)text.Length ? text[index] : (byte)0;
}
