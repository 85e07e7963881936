using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Checks;

/// <summary>
/// What around a single given name says that a person is meant: a verb of people or a genitive behind it, a form of speech in front, another given name beside it in a list.
/// Reads one word to either side.
/// </summary>
internal static class NameSurroundings
{
    private const int LongestWord = 12;

    private static readonly WordHashes Before = WordHashes.Of(
        "hi hello hey dear said says told tell asked ask me him her named called call met meet shouted replied wrote thanks thank regards sincerely love why given gave with to by from for but at when because if while that my cher chère hola hallo liebe lieber ciao caro cara");

    private static readonly WordHashes After = WordHashes.Of(
        "is was has had said says asked told shouted replied wrote writes lives lived works worked spent listed will can could would did does doesn't didn't isn't just who whose called came went got gets thinks thought wants wanted needs needed likes loves knows knew felt looked took gave made left met calls moved joined married died turned smiled laughed");

    /// <summary>Whether a person is meant.</summary>
    /// <param name="candidate">The text.</param>
    /// <param name="start">Where the name begins.</param>
    /// <param name="end">One past its last byte.</param>
    public static bool Speak(in Candidate candidate, int start, int end) =>
        IsGenitive(candidate, end) || IsAddressed(candidate, start, end) || AreInList(candidate, start, end)
        || (candidate.At(end) == (byte)' ' && After.Has(WordFrom(candidate, end + 1)))
        || (candidate.At(start - 1) == (byte)' ' && Before.Has(WordUpTo(candidate, start - 1)));

    /// <summary>Whether a given name that is no other word stands beside it, parted by a comma, <c>and</c>, <c>or</c> or an ampersand.</summary>
    public static bool AreInList(in Candidate candidate, int start, int end)
    {
        var next = candidate.At(end) == (byte)',' && candidate.At(end + 1) == (byte)' ' ? end + 2 : end;
        next = SkipLink(candidate, next);
        if (next > end && IsPlainName(Word(candidate, next)))
        {
            return true;
        }

        var last = SkipLinkBack(candidate, start);
        last -= candidate.At(last - 1) == (byte)' ' && candidate.At(last - 2) == (byte)',' ? 2 : 0;
        return last < start && IsPlainName(WordUpTo(candidate, last));
    }

    /// <summary>Whether <c>'s</c> stands behind it.</summary>
    private static bool IsGenitive(in Candidate candidate, int end) =>
        candidate.At(end) == (byte)'\'' && candidate.At(end + 1) == (byte)'s' && candidate.At(end + 2) == (byte)' ';

    // "Ann, can I …" at the beginning of a line or speech, "…, Ann!" at the end of a sentence.
    private static bool IsAddressed(in Candidate candidate, int start, int end) =>
        (candidate.At(start - 1) is 0 or (byte)'\n' or (byte)'"' && candidate.At(end) == (byte)',' && candidate.At(end + 1) == (byte)' ' && Ascii.IsLower(candidate.At(end + 2)))
        || (candidate.At(start - 1) == (byte)' ' && candidate.At(start - 2) == (byte)',' && candidate.At(end) is (byte)'!' or (byte)'?');

    private static bool IsPlainName(ReadOnlySpan<byte> word) => word.Length > 2 && Ascii.IsUpper(word[0]) && GivenNames.Has(word) && !GivenNames.IsWord(word);

    private static int SkipLink(in Candidate candidate, int at)
    {
        var from = candidate.At(at) == (byte)' ' ? at + 1 : at;
        var text = candidate.Text[Math.Min(from, candidate.Text.Length)..];
        return text.StartsWith("and "u8) ? from + 4 : text.StartsWith("or "u8) ? from + 3 : text.StartsWith("& "u8) ? from + 2 : at;
    }

    private static int SkipLinkBack(in Candidate candidate, int start)
    {
        var text = candidate.Text[..start];
        return text.EndsWith(" and "u8) ? start - 5 : text.EndsWith(" or "u8) ? start - 4 : text.EndsWith(" & "u8) ? start - 3 : start;
    }

    private static ReadOnlySpan<byte> Word(in Candidate candidate, int at)
    {
        var end = NameReader.Word(candidate, at);
        return end < 0 ? [] : candidate.Slice(at, end);
    }

    private static ReadOnlySpan<byte> WordFrom(in Candidate candidate, int at)
    {
        var end = at;
        while (end - at < LongestWord && (NameReader.IsLetter(candidate.At(end)) || candidate.At(end) == (byte)'\''))
        {
            end++;
        }

        return candidate.Slice(at, end);
    }

    private static ReadOnlySpan<byte> WordUpTo(in Candidate candidate, int end)
    {
        var start = end;
        while (end - start < LongestWord && NameReader.IsLetter(candidate.At(start - 1)))
        {
            start--;
        }

        return candidate.Slice(start, end);
    }
}
