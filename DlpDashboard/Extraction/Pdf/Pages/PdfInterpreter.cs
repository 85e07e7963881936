using DlpDashboard.Extraction.Pdf.Fonts;

namespace DlpDashboard.Extraction.Pdf.Pages;

/// <summary>Runs the operators of a page's content that show text or change where it stands (9.4), and its form XObjects.</summary>
internal sealed class PdfInterpreter(PdfDocument document, PdfFontReader fonts, PdfPageText text)
{
    private const int MaxForms = 12;
    private const int MaxPictures = 8;
    private const int MaxSaved = 256;
    private const int MaxText = 64 * 1024;

    private readonly HashSet<int> _open = [];
    private PdfGraphics _state;
    private PdfMatrix _matrix;
    private PdfMatrix _line;
    private string? _actual;
    private int _marks;
    private int _actualMark;

    /// <summary>Characters whose text the file does not tell.</summary>
    public long Unknown { get; private set; }

    /// <summary>Characters shown.</summary>
    public long Shown { get; private set; }

    /// <summary>Pictures drawn.</summary>
    public int Images { get; private set; }

    /// <summary>The first of them that are JPEG files as they are stored.</summary>
    public List<PdfStream> Pictures { get; } = [];

    /// <summary>Whether something was too large or lay too deep to be read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Forgets what was counted: a new page begins.</summary>
    public void Reset()
    {
        (Unknown, Shown, Images, IsCut, _actual, _marks) = (0, 0, 0, false, null, 0);
        Pictures.Clear();
    }

    /// <summary>Runs streams that belong together.</summary>
    public async ValueTask RunAsync(IReadOnlyList<PdfStream> content, PdfDictionary resources, PdfMatrix space, CancellationToken cancellationToken)
    {
        var (outer, outerMatrix, outerLine) = (_state, _matrix, _line);
        _state = PdfGraphics.Start with { Space = space };
        var saved = new Stack<PdfGraphics>();
        var operation = new PdfOperation();
        await using var reader = new PdfContentReader(document, content);
        while (await reader.ReadAsync(operation, cancellationToken))
        {
            switch (operation.Operator)
            {
                case 'q' when saved.Count < MaxSaved:
                    saved.Push(_state);
                    break;
                case 'Q' when saved.TryPop(out var last):
                    _state = last;
                    break;
                case ('T' << 8) | 'f':
                    _state.Size = operation.NumberAt(1);
                    _state.Font = await ResourceAsync(resources, "Font", operation.ValueAt(2), cancellationToken) is { } font
                        ? await fonts.ReadAsync(font, cancellationToken)
                        : null;
                    break;
                case ('D' << 8) | 'o':
                    await DrawAsync(await ResourceAsync(resources, "XObject", operation.ValueAt(1), cancellationToken), resources, cancellationToken);
                    break;
                default:
                    Run(operation);
                    break;
            }
        }

        IsCut |= reader.IsCut;
        (_state, _matrix, _line) = (outer, outerMatrix, outerLine);
    }

    private async ValueTask<object?> ResourceAsync(PdfDictionary resources, string kind, object? name, CancellationToken cancellationToken) =>
        name is PdfName { Text: var key } && await document.DictionaryAsync(resources[kind], cancellationToken) is { } named ? named[key] : null;

    private async ValueTask DrawAsync(object? resource, PdfDictionary resources, CancellationToken cancellationToken)
    {
        var number = (resource as PdfReference)?.Number ?? -1;
        if (await document.ResolveAsync(resource, cancellationToken) is not PdfStream form)
        {
            return;
        }

        if (form.Dictionary.NameOf("Subtype") == "Image")
        {
            Images++;
            if (Pictures.Count < MaxPictures && form.Dictionary["Filter"] is PdfName { Text: "DCTDecode" } or List<object?> and [.., PdfName { Text: "DCTDecode" }])
            {
                Pictures.Add(form);
            }

            return;
        }

        if (_open.Count == MaxForms || !_open.Add(number))
        {
            IsCut |= _open.Count == MaxForms;
            return;
        }

        var own = await document.DictionaryAsync(form.Dictionary["Resources"], cancellationToken) ?? resources;
        var matrix = PdfMatrix.Of(await document.ResolveAsync(form.Dictionary["Matrix"], cancellationToken));
        await RunAsync([form], own, matrix.Then(_state.Space), cancellationToken);
        _open.Remove(number);
    }

    private void Run(PdfOperation operation)
    {
        switch (operation.Operator)
        {
            case ('c' << 8) | 'm':
                _state.Space = SixOf(operation).Then(_state.Space);
                break;
            case ('B' << 8) | 'T':
                _matrix = _line = PdfMatrix.Identity;
                break;
            case ('T' << 8) | 'm':
                _matrix = _line = SixOf(operation);
                break;
            case ('T' << 8) | 'd':
                NextLine(operation.NumberAt(2), operation.NumberAt(1));
                break;
            case ('T' << 8) | 'D':
                _state.Leading = -operation.NumberAt(1);
                NextLine(operation.NumberAt(2), operation.NumberAt(1));
                break;
            case ('T' << 8) | '*':
                NextLine(0, -_state.Leading);
                break;
            case ('T' << 8) | 'j':
                Show(operation.ValueAt(1) as byte[]);
                break;
            case '\'':
                NextLine(0, -_state.Leading);
                Show(operation.ValueAt(1) as byte[]);
                break;
            case '"':
                (_state.WordSpacing, _state.CharacterSpacing) = (operation.NumberAt(3), operation.NumberAt(2));
                NextLine(0, -_state.Leading);
                Show(operation.ValueAt(1) as byte[]);
                break;
            case ('T' << 8) | 'J':
                ShowAll(operation.ValueAt(1) as List<object?>);
                break;
            default:
                SetText(operation);
                break;
        }
    }

    private void SetText(PdfOperation operation)
    {
        var number = operation.NumberAt(1);
        switch (operation.Operator)
        {
            case ('T' << 8) | 'c': _state.CharacterSpacing = number; break;
            case ('T' << 8) | 'w': _state.WordSpacing = number; break;
            case ('T' << 8) | 'z': _state.Scale = number / 100; break;
            case ('T' << 8) | 'L': _state.Leading = number; break;
            case ('T' << 8) | 's': _state.Rise = number; break;
            case ('B' << 16) | ('M' << 8) | 'C': _marks++; break;
            case ('B' << 16) | ('D' << 8) | 'C':
                _marks++;
                if (_actual is null && operation.ValueAt(1) is PdfDictionary properties && properties["ActualText"] is byte[] { Length: <= MaxText } actual)
                {
                    (_actual, _actualMark) = (PdfStrings.TextOf(actual), _marks);
                }

                break;
            case ('E' << 16) | ('M' << 8) | 'C':
                _actual = _actual is not null && _marks == _actualMark ? null : _actual;
                _marks--;
                break;
        }
    }

    private void NextLine(double x, double y) => _matrix = _line = _line.Moved(x, y);

    private static PdfMatrix SixOf(PdfOperation operation) => new(
        operation.NumberAt(6), operation.NumberAt(5), operation.NumberAt(4), operation.NumberAt(3), operation.NumberAt(2), operation.NumberAt(1));

    // Pieces of one operator are one run, with spaces where gaps are wide, as far as no column is between them.
    private void ShowAll(List<object?>? items)
    {
        var (start, place, width) = (text.Characters.Length, Place, 0.0);
        var before = start;
        foreach (var item in items ?? [])
        {
            if (item is not double shift)
            {
                before = text.Characters.Length;
                width += Append(item as byte[]);
                continue;
            }

            var gap = -shift / 1000 * _state.Scale;
            // Single letters far from one another may be cells, which only their places tell.
            var isSingle = gap > PdfPageText.Space && text.Characters.Length == before + 1;
            if (isSingle || gap is > PdfPageText.Column or < -0.5)
            {
                text.Add(place, width, _state.Size, start);
                _matrix = _matrix.Moved(gap * _state.Size, 0);
                (start, place, width, before) = (text.Characters.Length, Place, 0, text.Characters.Length);
                continue;
            }

            if (gap > PdfPageText.Space && text.Characters.Length > start && text.Characters[^1] != ' ')
            {
                text.Characters.Append(' ');
            }

            _matrix = _matrix.Moved(gap * _state.Size, 0);
            width += gap * _state.Size;
        }

        text.Add(place, width, _state.Size, start);
    }

    private void Show(byte[]? shown)
    {
        var (start, place) = (text.Characters.Length, Place);
        text.Add(place, Append(shown), _state.Size, start);
    }

    private PdfMatrix Place => _matrix.Moved(0, _state.Rise).Then(_state.Space);

    // Takes the text and moves on; returns how far.
    private double Append(byte[]? shown)
    {
        if (shown is not { Length: > 0 } || _state.Font is not { } font)
        {
            return 0;
        }

        var start = text.Characters.Length;
        var (width, codes, spaces, unknown) = font.Read(shown, text.Characters, MaxText);
        var advance = ((width * _state.Size) + (codes * _state.CharacterSpacing) + (spaces * _state.WordSpacing)) * _state.Scale;
        if (_actual is not null)
        {
            // The text that is meant stands where the first of its letters are shown.
            text.Characters.Length = start;
            text.Characters.Append(GlyphText.Normalize(_actual));
            (_actual, unknown) = ("", 0);
        }

        Unknown += unknown;
        Shown += codes;
        _matrix = _matrix.Moved(advance, 0);
        return advance;
    }
}
