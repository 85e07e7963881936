namespace DlpDashboard.Detection.Verification;

/// <summary>A verified value that waits until nothing that may still come can overlap it. Offsets count from the segment's start.</summary>
internal struct PendingDetection
{
    public long Start;
    public long End;
    public int Slot;
    public double Score;
    public Claim Claim;
    public DetectionReasons Reasons;

    /// <summary>Hash of the key over it, 0 without one; see <see cref="NeighbourMemory"/>.</summary>
    public uint Key;

    /// <summary>One more than the slot of the likeliest other detector that claims the very same bytes, and its score; 0 without one.</summary>
    public int Also;
    public double AlsoScore;

    /// <summary>Whether this stays and the other goes, should they overlap.</summary>
    public readonly bool Beats(in PendingDetection other)
    {
        if (Claim != other.Claim)
        {
            return Claim > other.Claim;
        }

        if (Score != other.Score)
        {
            return Score > other.Score;
        }

        return End - Start != other.End - other.Start ? End - Start > other.End - other.Start : Slot < other.Slot;
    }

    /// <summary>Takes note of a detector that claimed the same bytes and lost.</summary>
    public void Name(in PendingDetection loser)
    {
        if (loser.Start != Start || loser.End != End)
        {
            return;
        }

        if (loser.Score > AlsoScore && loser.Slot != Slot)
        {
            (Also, AlsoScore) = (loser.Slot + 1, loser.Score);
        }

        if (loser.AlsoScore > AlsoScore)
        {
            (Also, AlsoScore) = (loser.Also, loser.AlsoScore);
        }
    }

    /// <summary>Whether this comes first: by start, then end, then detector; a total order, so that the outcome does not hang on the cut of the stream.</summary>
    public readonly bool Precedes(in PendingDetection other) =>
        Start != other.Start ? Start < other.Start : End != other.End ? End < other.End : Slot < other.Slot;
}
