namespace DlpDashboard.Detection.Verification;

/// <summary>A place where a fingerprint stands, and what verification made of it. Offsets are those of the scanner's buffer.</summary>
internal ref struct Candidate
{
    /// <summary>The text held now; what lies outside reads as 0, which belongs to no value.</summary>
    public ReadOnlySpan<byte> Text;

    /// <summary>Where the fingerprint's offset 0 stands.</summary>
    public int Anchor;

    /// <summary>
    /// Up to where this detector has read a run it need not read again; a rule may skip anchors below and move it up.
    /// It keeps hostile input linear: a run is read once, not once per anchor in it.
    /// </summary>
    public int ReadTo;

    /// <summary>What the layouts of numbers found here, shared by the detectors asked at one anchor; null where nobody keeps it.</summary>
    public NumberMemo? Numbers;

    /// <summary>First byte of the value.</summary>
    public int Start;

    /// <summary>One past its last byte.</summary>
    public int End;

    /// <summary>Score without support, and with a supporting word or key.</summary>
    public double Score, SupportedScore;

    /// <summary>What spoke for and against it.</summary>
    public ReasonFlags Flags;

    /// <summary>Whether it is nothing without a supporting word or key.</summary>
    public bool NeedsSupport;

    /// <summary>Bytes looked at, for tests that hold verification to linear work.</summary>
    public long Work;

    /// <summary>The byte at a place, 0 outside the text.</summary>
    public readonly byte At(int index) => (uint)index < (uint)Text.Length ? Text[index] : (byte)0;

    /// <summary>Takes the value.</summary>
    public bool Accept(int start, int end, double score, double supported, ReasonFlags flags)
    {
        (Start, End, Score, SupportedScore, Flags) = (start, end, score, supported, flags);
        return true;
    }

    /// <summary>Takes the value only if a word or key near it supports it.</summary>
    public bool AcceptSupported(int start, int end, double supported, ReasonFlags flags)
    {
        NeedsSupport = true;
        return Accept(start, end, 0, supported, flags);
    }

    /// <summary>The value's bytes.</summary>
    public readonly ReadOnlySpan<byte> Slice(int start, int end) => Text[start..end];

    /// <summary>
    /// Whether nothing runs on before or after: no word character, and no digit behind a dash, dot or further sign of numbers,
    /// so that a part of a longer number is no number.
    /// </summary>
    public readonly bool StandsAlone(int start, int end, byte innerSeparator = 0)
    {
        byte before = At(start - 1), after = At(end);
        if (Ascii.IsWord(before) || Ascii.IsWord(after))
        {
            return false;
        }

        // A comma parts columns: a number behind a number and a comma is the next cell.
        if ((before is (byte)'-' or (byte)'.' or (byte)'+' || (before == innerSeparator && before != 0)) && Ascii.IsDigit(At(start - 2)))
        {
            return false;
        }

        return !((after is (byte)'-' or (byte)'.' || (after == innerSeparator && after != 0)) && Ascii.IsDigit(At(end + 1)));
    }
}
