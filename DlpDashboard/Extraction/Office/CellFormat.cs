namespace DlpDashboard.Extraction.Office;

/// <summary>How a number in a cell is shown, as far as it matters to find it: as a date, or as digits with signs between (<c>000-00-0000</c>).</summary>
internal enum CellShape
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A day, with its time where it has one.</summary>
    Date,

    /// <summary>A time of day or a duration.</summary>
    Time,

    /// <summary>Digits at fixed places.</summary>
    Digits,
}

/// <summary>A number format of a spreadsheet (ECMA-376 part 1, 18.8.30; the numbers of the built-in ones are the same in all programs).</summary>
/// <param name="Shape">What is shown.</param>
/// <param name="Pattern">The format's code, for digits.</param>
internal sealed record CellFormat(CellShape Shape, string Pattern = "")
{
    private const int MaxCode = 256;

    /// <summary>A plain number.</summary>
    public static CellFormat Number { get; } = new(CellShape.Number);

    private static CellFormat Date { get; } = new(CellShape.Date);

    private static CellFormat Time { get; } = new(CellShape.Time);

    /// <summary>A built-in format.</summary>
    public static CellFormat BuiltIn(int id) => id switch
    {
        14 or 15 or 16 or 17 or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => Date,
        18 or 19 or 20 or 21 or (>= 32 and <= 35) or 45 or 46 or 47 or 55 or 56 => Time,
        _ => Number,
    };

    /// <summary>A format by its code.</summary>
    public static CellFormat Parse(string code)
    {
        if (code.Length > MaxCode)
        {
            return Number;
        }

        var (isDate, isTime, slots, signs, isOther) = (false, false, 0, 0, false);
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            switch (char.ToLowerInvariant(code[at]))
            {
                case '"':
                    at = PassTo(code, at, '"');
                    signs++;
                    break;
                case '[':
                    at = PassTo(code, at, ']');
                    break;
                case '\\' or '_' or '*':
                    at++;
                    signs++;
                    break;
                case 'y' or 'd':
                    isDate = true;
                    break;
                case 'h' or 's':
                    isTime = true;
                    break;
                case '0' or '#':
                    slots++;
                    break;
                case '-' or ' ' or '(' or ')' or '/' or '+':
                    signs++;
                    break;
                default:
                    isOther = true;
                    break;
            }
        }

        return isDate ? Date : isTime ? Time : !isOther && signs > 0 && slots >= 5 ? new CellFormat(CellShape.Digits, code) : Number;
    }

    /// <summary>Where a quoted or bracketed part ends.</summary>
    public static int PassTo(string code, int from, char end) => code.IndexOf(end, from + 1) is >= 0 and var at ? at : code.Length;
}
