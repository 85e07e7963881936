using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Checks;

/// <summary>
/// Reads an address word by word from its first one on, over commas and at most four lines, and counts what speaks for it: a kind of street, a house number, a part of a house, a region with postcode, a country.
/// It ends behind the last of these.
/// </summary>
internal ref struct StreetReader
{
    /// <summary>The longest address, in bytes, and the most words of it.</summary>
    public const int Longest = 160, MostWords = 18;

    private const int MostBreaks = 5;

    private readonly Candidate _candidate;
    private int _at;
    private int _breaks;
    private int _numbers;
    private bool _hasStreet, _isAfterUnit, _isAfterState, _hasName, _isAfterName, _isComplete, _isAfterBreak;

    /// <summary>Begins at a place.</summary>
    public StreetReader(in Candidate candidate, int start)
    {
        _candidate = candidate;
        _at = End = start;
    }

    /// <summary>One past the last word that belongs to it for sure.</summary>
    public int End { get; private set; }

    /// <summary>Where reading stopped.</summary>
    public readonly int ReadTo => _at;

    /// <summary>How much speaks for it: street and number 2 each; part of a house 2; postcode, region, country 1 each.</summary>
    public int Evidence { get; private set; }

    /// <summary>Whether a name and a part of a house that has no other meaning were met.</summary>
    public bool HasFlat { get; private set; }

    /// <summary>One past a number right behind a name, where no kind of street was met: the house's in many languages; 0 without one.</summary>
    public int EndOfPlain { get; private set; }

    /// <summary>Whether a kind of street was met.</summary>
    public readonly bool HasStreet => _hasStreet;

    /// <summary>Reads on until something is no part of an address.</summary>
    public void Read()
    {
        var limit = _at + Longest;
        for (var words = 0; words < MostWords && _at < limit; words++)
        {
            var from = _at;
            while (_at - from <= NameReader.LongestWord && IsPart(_candidate.At(_at)))
            {
                _at++;
            }

            if (_at == from || _at - from > NameReader.LongestWord || !Take(from) || !Skip())
            {
                break;
            }
        }
    }

    private static bool IsPart(byte sign) => NameReader.IsLetter(sign) || Ascii.IsDigit(sign) || sign is (byte)'.' or (byte)'\'' or (byte)'-' or (byte)'/';

    /// <summary>Takes a word, or stops in front of it.</summary>
    private bool Take(int from)
    {
        var word = _candidate.Slice(from, _at);
        if (Ascii.IsDigit(word[0]))
        {
            return TakeNumber(word);
        }

        if (StreetWords.Units.Has(word) && !_isAfterUnit)
        {
            _isAfterUnit = true;
            HasFlat |= _hasName && StreetWords.Flats.Has(word);
            return true;
        }

        if (_isAfterUnit && word.Length <= 2)
        {
            return Note(2);
        }

        _isAfterUnit = false;
        if ((_hasName && StreetWords.Behind.Has(word)) || (StreetWords.Before.Has(word) && IsName(_at)) || (HasEnding(word) && IsNumber(_at)))
        {
            var evidence = _hasStreet ? 0 : 2;
            _hasStreet = true;
            _isAfterName = true;
            return Note(evidence);
        }

        _isAfterState = word.Length is 2 or 3 && Ascii.IsUpper(word[0]) && Ascii.IsUpper(word[1]);
        if (_isAfterState && StreetWords.States.Has(word))
        {
            return Note(0);
        }

        if (Evidence + (HasFlat ? 1 : 0) >= 3 && StreetWords.Countries.Has(word.TrimEnd((byte)'.')))
        {
            _isComplete = true;
            return Note(1);
        }

        _isAfterName = Ascii.IsUpper(word[0]) || word[0] >= 0x80;
        _hasName |= _isAfterName;
        return _isAfterName || StreetWords.Links.Has(word);
    }

    private readonly bool IsNumber(int at) => _candidate.At(at) == (byte)' ' && Ascii.IsDigit(_candidate.At(at + 1));

    // A word in capitals behind a blank, a small word between them or not.
    private readonly bool IsName(int at) =>
        _candidate.At(at) == (byte)' ' && (NameReader.Word(_candidate, at + 1) > 0 || (Ascii.IsLower(_candidate.At(at + 1)) && NameReader.SkipMiddle(_candidate, at + 1) > at + 1));

    private bool TakeNumber(ReadOnlySpan<byte> word)
    {
        var digits = 0;
        while (digits < word.Length && Ascii.IsDigit(word[digits]))
        {
            digits++;
        }

        // Behind postcode or country the next line is something else: a telephone number.
        if (word.Length - digits > 3 || digits > 6 || ++_numbers > 6 || (_isComplete && _isAfterBreak))
        {
            return false;
        }

        if (_isAfterUnit)
        {
            _isAfterUnit = false;
            return Note(2);
        }

        // A number in front, or behind the street's name; behind more than that, a postcode.
        var isPostcode = digits is 4 or 5 or 6 && Evidence > 0 && _numbers > 1;
        _isComplete |= isPostcode;
        EndOfPlain = _isAfterName && !_hasStreet && EndOfPlain == 0 ? _at : EndOfPlain;
        var evidence = isPostcode || (_isAfterName && _hasStreet) ? 1 : 0;
        return isPostcode || (_isAfterName && _hasStreet) || _isAfterState ? Note(_isAfterState && digits == 5 ? 2 : evidence) : true;
    }

    private bool Note(int evidence)
    {
        Evidence += evidence;
        End = _at;
        while (_candidate.At(End - 1) is (byte)'.' or (byte)'-' or (byte)'/' or (byte)'\'')
        {
            End--;
        }

        return true;
    }

    /// <summary>Over blanks, a comma and the end of a line.</summary>
    private bool Skip()
    {
        var from = _at;
        var breaks = _breaks;
        while (_at - from < 6 && _candidate.At(_at) is (byte)' ' or (byte)',' or (byte)'\n' or (byte)'\r' or (byte)'#' or (byte)'\\' or (byte)'>' or (byte)'?')
        {
            var sign = _candidate.At(_at);
            if (sign == (byte)'\\' && _candidate.At(_at + 1) != (byte)'n')
            {
                return false;
            }

            _breaks += sign is (byte)'\n' or (byte)'\\' ? 1 : 0;
            _at += sign == (byte)'\\' ? 2 : 1;
        }

        _isAfterBreak = _breaks > breaks;
        return _at > from && _breaks <= MostBreaks;
    }

    private static bool HasEnding(ReadOnlySpan<byte> word)
    {
        foreach (var ending in EndingBytes)
        {
            if (word.Length > ending.Length + 2 && Ascii.StartsWithAnyCase(word[^ending.Length..], ending))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly byte[][] EndingBytes = [.. StreetWords.Endings.Select(System.Text.Encoding.UTF8.GetBytes)];
}
