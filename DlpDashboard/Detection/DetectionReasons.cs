using System.Numerics;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection;

/// <summary>Why a value was taken for one and how its score came about. Eight bytes; words and detectors are references into the catalogue.</summary>
public readonly record struct DetectionReasons
{
    private static readonly string[] FlagNames =
        ["checksum", "structure", "entropy", "test-value", "repeated-digits", "placeholder", "private-range", "issuer", "encrypted", "neighbours", "file-kind"];

    private readonly ReasonFlags _flags;
    private readonly ushort _contextWord;
    private readonly ushort _keyWord;
    private readonly ushort _also;

    internal DetectionReasons(ReasonFlags flags, ushort contextWord, ushort keyWord, ushort also = 0)
    {
        _also = also;
        _flags = flags;
        _contextWord = contextWord;
        _keyWord = keyWord;
    }

    internal ReasonFlags Flags => _flags;

    internal bool HasSupport => _contextWord > 0 || _keyWord > 0;

    /// <summary>The same with further flags, and with the place in the catalogue, from 1, of another detector that claims the same bytes; 0 for none.</summary>
    internal DetectionReasons With(ReasonFlags flags, int also) => new(_flags | flags, _contextWord, _keyWord, (ushort)also);

    /// <summary>
    /// The reasons as outside systems read them: <c>checksum</c>, <c>context:card</c>, <c>key:card_number</c>, <c>also:us-npi</c>. The words are the catalogue's,
    /// never the inspected text's, so they hold nothing found.
    /// </summary>
    public string[] ToNames()
    {
        var names = new string[BitOperations.PopCount((uint)_flags) + (_contextWord > 0 ? 1 : 0) + (_keyWord > 0 ? 1 : 0) + (_also > 0 ? 1 : 0)];
        var count = 0;
        for (var bit = 0; bit < FlagNames.Length; bit++)
        {
            if (((int)_flags & (1 << bit)) != 0)
            {
                names[count++] = FlagNames[bit];
            }
        }

        if (_contextWord > 0)
        {
            names[count++] = "context:" + ContextWordSet.NameOf(_contextWord);
        }

        if (_keyWord > 0)
        {
            names[count++] = "key:" + ContextWordSet.NameOf(_keyWord);
        }

        if (_also > 0)
        {
            names[count] = "also:" + DetectorCatalogue.All[_also - 1].Id;
        }

        return names;
    }
}
