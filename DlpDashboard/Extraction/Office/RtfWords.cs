using System.Text;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Office;

/// <summary>
/// Makes text of RTF's groups and control words: code pages by font, characters by number, groups without text left out, field codes and who wrote it beside the text.
/// </summary>
internal sealed class RtfWords(FlowText flow)
{
    private const int MaxGroups = 4096;
    private const int MaxFonts = 4096;
    private const int MaxPending = 256;

    private static readonly HashSet<string> WithoutText = new(StringComparer.Ordinal)
    {
        "colortbl", "stylesheet", "pict", "themedata", "colorschememapping", "datastore", "generator", "listtable", "listoverridetable", "rsidtbl", "xmlnstbl", "latentstyles", "filetbl", "datafield",
        "objdata", "objclass", "shppict", "nonshppict", "bkmkstart", "bkmkend", "xe", "tc", "template", "htmltag", "mhtmltag", "pntxta", "pntxtb", "listtext", "pntext", "creatim", "revtim", "printim", "sp",
    };

    // Optional groups (marked by \*) that hold words after all.
    private static readonly HashSet<string> OptionalText = new(StringComparer.Ordinal)
    {
        "fldinst", "annotation", "atnauthor", "atnid", "shptxt", "shpinst", "manager", "company", "category", "doccomm", "hlinkbase", "userprops", "propname", "staticval", "revtbl", "ftnsep", "shprslt", "docvar", "ud", "upr",
    };

    private readonly List<Group> _groups = [new Group()];
    private readonly Dictionary<int, int> _fontPages = [];
    private readonly List<byte> _bytes = [];
    private int _ansiPage = 1252;
    private int _tooDeep;
    private int _skipCharacters;
    private int _font;
    private bool _isOptional;
    private char _first;

    /// <summary>Embedded objects met.</summary>
    public int Objects { get; private set; }

    /// <summary>Whether all groups ended.</summary>
    public bool IsClosed => _groups.Count == 1 && _tooDeep == 0;

    private Group Now => _groups[^1];

    /// <summary>A group begins.</summary>
    public void BeginGroup()
    {
        Flush();
        _skipCharacters = 0;
        if (_groups.Count == MaxGroups)
        {
            _tooDeep++;
            return;
        }

        _groups.Add(Now with { IsAside = false });
    }

    /// <summary>A group ends.</summary>
    public void EndGroup()
    {
        Flush();
        (_skipCharacters, _isOptional) = (0, false);
        if (_tooDeep > 0)
        {
            _tooDeep--;
        }
        else if (_groups.Count > 1)
        {
            if (Now.IsAside)
            {
                flow.EndAside();
            }

            _groups.RemoveAt(_groups.Count - 1);
        }
    }

    /// <summary>The group that begins may be left out by who does not know it.</summary>
    public void Optional() => _isOptional = true;

    /// <summary>Text in the current code page.</summary>
    public void Text(ReadOnlySpan<byte> bytes)
    {
        var skipped = Math.Min(_skipCharacters, bytes.Length);
        _skipCharacters -= skipped;
        bytes = bytes[skipped..];
        if (bytes.IsEmpty || Now.IsLeftOut)
        {
            return;
        }

        while (!bytes.IsEmpty)
        {
            var part = bytes[..Math.Min(bytes.Length, MaxPending)];
            _bytes.AddRange(part);
            bytes = bytes[part.Length..];
            if (_bytes.Count >= MaxPending && _bytes[^1] < 0x80)
            {
                Flush();
            }
        }
    }

    /// <summary>One byte of text, written as its number.</summary>
    public void Byte(byte value) => Text([value]);

    /// <summary>A control word.</summary>
    public void Control(string word, int? number)
    {
        if (word == "u" && number is { } character)
        {
            TakeCharacter(character);
            return;
        }

        Flush();
        _skipCharacters = 0;
        var isOptional = _isOptional;
        _isOptional = false;
        if (WithoutText.Contains(word) || (isOptional && !OptionalText.Contains(word)))
        {
            _groups[^1] = Now with { IsLeftOut = true };
        }

        if (word == "object")
        {
            Objects++;
        }

        if (!Now.IsLeftOut || word is "fcharset" or "f")
        {
            Format(word, number);
        }
    }

    /// <summary>Writes what is held back.</summary>
    public void Flush()
    {
        if (_bytes.Count == 0)
        {
            return;
        }

        var page = _fontPages.GetValueOrDefault(Now.Font, _ansiPage);
        flow.Append(CodePage.Of(page).GetString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_bytes)));
        _bytes.Clear();
    }

    private void Format(string word, int? number)
    {
        switch (word)
        {
            case "par" or "sect" or "row" or "nestrow":
                flow.EndParagraph();
                flow.BeginParagraph();
                break;
            case "page":
                flow.EndParagraph();
                flow.BreakPage();
                flow.BeginParagraph();
                break;
            case "line":
                flow.Append("\n");
                break;
            case "tab" or "cell" or "nestcell":
                flow.Append("\t");
                break;
            case "emdash" or "endash":
                flow.Append("-");
                break;
            case "emspace" or "enspace" or "qmspace":
                flow.Append(" ");
                break;
            case "fldinst" or "author" or "operator" or "title" or "subject" or "keywords" or "company" or "manager" or "doccomm" or "atnauthor" or "atnid" or "staticval" or "propname":
                _groups[^1] = Now with { IsAside = true };
                flow.BeginAside();
                break;
            case "header" or "footer" or "footnote" or "annotation" or "headerl" or "headerr" or "headerf" or "footerl" or "footerr" or "footerf":
                flow.EndParagraph();
                flow.BeginParagraph();
                break;
            default:
                SetFont(word, number ?? 0);
                break;
        }
    }

    private void SetFont(string word, int number)
    {
        switch (word)
        {
            case "ansicpg":
                _ansiPage = number;
                break;
            case "uc":
                _groups[^1] = Now with { Skip = Math.Clamp(number, 0, 16) };
                break;
            case "fonttbl":
                _groups[^1] = Now with { IsLeftOut = true };
                break;
            case "f":
                _font = number;
                _groups[^1] = Now with { Font = number };
                break;
            case "fcharset" when _fontPages.Count < MaxFonts && PageOf(number) is { } page:
                _fontPages[_font] = page;
                break;
            case "plain":
                _groups[^1] = Now with { Font = -1 };
                break;
            default:
                break;
        }
    }

    // \u: a UTF-16 unit as a signed number; as many characters for old readers follow as \uc says.
    private void TakeCharacter(int number)
    {
        Flush();
        if (!Now.IsLeftOut)
        {
            var unit = (char)(number & 0xFFFF);
            if (char.IsHighSurrogate(unit))
            {
                _first = unit;
            }
            else
            {
                flow.Append(char.IsLowSurrogate(unit) && _first != 0 ? [_first, unit] : [unit]);
                _first = '\0';
            }
        }

        _skipCharacters = Now.Skip;
    }

    private static int? PageOf(int charset) => charset switch
    {
        77 => 10000, 128 => 932, 129 => 949, 130 => 1361, 134 => 936, 136 => 950, 161 => 1253, 162 => 1254, 163 => 1258, 177 => 1255, 178 => 1256, 186 => 1257, 204 => 1251, 222 => 874, 238 => 1250, 0 => 1252,
        _ => null,
    };

    private sealed record Group(bool IsLeftOut = false, bool IsAside = false, int Skip = 1, int Font = -1);
}
