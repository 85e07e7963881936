namespace DlpDashboard.Extraction.Office;

/// <summary>Goes through a number format's code: slots for digits and the signs shown between them.</summary>
internal ref struct PatternMarks(ReadOnlySpan<char> code)
{
    private readonly ReadOnlySpan<char> _code = code;
    private int _next;
    private bool _isQuoted;

    /// <summary>The current mark.</summary>
    public (bool IsSlot, char Sign) Current { get; private set; }

    /// <summary>Itself.</summary>
    public readonly PatternMarks GetEnumerator() => this;

    /// <summary>Goes on; false at the end.</summary>
    public bool MoveNext()
    {
        while (_next < _code.Length)
        {
            var c = _code[_next++];
            if (c == '"')
            {
                _isQuoted = !_isQuoted;
            }
            else if (_isQuoted)
            {
                Current = (false, c);
                return true;
            }
            else if (c == '[')
            {
                _next = _code[_next..].IndexOf(']') is >= 0 and var close ? _next + close + 1 : _code.Length;
            }
            else if (c is '_' or '*')
            {
                _next++;
            }
            else
            {
                var isLiteral = c == '\\' && _next < _code.Length;
                Current = (!isLiteral && (c is '0' or '#'), isLiteral ? _code[_next++] : c);
                return true;
            }
        }

        return false;
    }
}
