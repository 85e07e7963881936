namespace DlpDashboard.Detection.Custom;

/// <summary>
/// How large a regular expression becomes when its counted repeats are written out: an upper bound of the states of its automaton. Also says what is refused before the
/// engine sees it.
/// </summary>
internal sealed class PatternSize
{
    /// <summary>Most states of an expression that is taken.</summary>
    public const int Most = 5_000;

    private const long Ceiling = 1_000_000_000;

    private readonly string _pattern;
    private readonly Stack<(long Done, long Last)> _outer = new();
    private long _done;
    private long _last;
    private int _at;

    private PatternSize(string pattern) => _pattern = pattern;

    /// <summary>The size; at most a billion.</summary>
    /// <param name="pattern">The expression, well formed or not.</param>
    /// <param name="largest">Where the repeat with the greatest share begins; -1 without one.</param>
    public static long Of(string pattern, out int largest)
    {
        var size = new PatternSize(pattern);
        largest = size.Read();
        return size.Total();
    }

    private long Total()
    {
        Keep();
        while (_outer.Count > 0)
        {
            EndGroup();
            Keep();
        }

        return _done;
    }

    private int Read()
    {
        var (largest, most) = (-1, 0L);
        while (_at < _pattern.Length)
        {
            var start = _at;
            switch (_pattern[_at])
            {
                case '\\':
                    Keep();
                    _last = 1;
                    _at = Math.Min(_pattern.Length, _at + 2);
                    break;
                case '[':
                    Keep();
                    _last = 1;
                    SkipClass();
                    break;
                case '(':
                    Keep();
                    _outer.Push((_done, 0));
                    (_done, _last) = (0, 0);
                    _at++;
                    break;
                case ')':
                    Keep();
                    EndGroup();
                    _at++;
                    break;
                case '{' when Repeat(out var times):
                    _last = Math.Min(Ceiling, Math.Max(1, _last) * times);
                    (largest, most) = _last > most ? (start, _last) : (largest, most);
                    break;
                case '*' or '+' or '?' or '|':
                    _at++;
                    break;
                default:
                    Keep();
                    _last = 1;
                    _at++;
                    break;
            }
        }

        return largest;
    }

    private void Keep()
    {
        _done = Math.Min(Ceiling, _done + _last);
        _last = 0;
    }

    /// <summary>A group that ended is an atom that a repeat may follow.</summary>
    private void EndGroup()
    {
        if (_outer.TryPop(out var outer))
        {
            (_done, _last) = (outer.Done, Math.Max(1, _done));
        }
    }

    private void SkipClass()
    {
        var depth = 0;
        do
        {
            var sign = _pattern[_at++];
            depth += sign == '[' ? 1 : sign == ']' ? -1 : 0;
            _at += sign == '\\' ? 1 : 0;
        }
        while (depth > 0 && _at < _pattern.Length);
    }

    /// <summary>Reads <c>{n}</c>, <c>{n,}</c> or <c>{n,m}</c>; anything else is a plain brace.</summary>
    private bool Repeat(out long times)
    {
        times = 0;
        var end = _pattern.IndexOf('}', _at);
        if (end < 0)
        {
            return false;
        }

        var parts = _pattern[(_at + 1)..end].Split(',');
        if (parts.Length > 2 || !Number(parts[0], out var least) || (parts.Length == 2 && parts[1].Length > 0 && !Number(parts[1], out times)))
        {
            return false;
        }

        times = Math.Max(times, parts is [_, ""] ? least + 1 : least);
        _at = end + 1;
        return true;
    }

    private static bool Number(string text, out long number)
    {
        number = 0;
        if (text.Length == 0 || !text.All(char.IsAsciiDigit))
        {
            return false;
        }

        number = text.Length > 9 ? Ceiling : long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        return true;
    }
}
