using System.Numerics;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection;

/// <summary>Why a value was taken for one and how its score came about. Six bytes; words are references into the catalogue.</summary>
public readonly record struct DetectionReasons
{
    private static readonly string[] FlagNames =
        ["checksum", "structure", "entropy", "test-value", "repeated-digits", "placeholder", "private-range", "issuer", "encrypted"];

    private readonly ReasonFlags _flags;
    private readonly ushort _contextWord;
    private readonly ushort _keyWord;

    internal DetectionReasons(ReasonFlags flags, ushort contextWord, ushort keyWord)
    {
        _flags = flags;
        _contextWord = contextWord;
        _keyWord = keyWord;
    }

    internal ReasonFlags Flags => _flags;

    /// <summary>
    /// The reasons as outside systems read them: <c>checksum</c>, <c>context:card</c>, <c>key:card_number</c>. The words are the catalogue's,
    /// never the inspected text's, so they hold nothing found.
    /// </summary>
    public string[] ToNames()
    {
        var names = new string[BitOperations.PopCount((uint)_flags) + (_contextWord > 0 ? 1 : 0) + (_keyWord > 0 ? 1 : 0)];
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
            names[count] = "key:" + ContextWordSet.NameOf(_keyWord);
        }

        return names;
    }
}
