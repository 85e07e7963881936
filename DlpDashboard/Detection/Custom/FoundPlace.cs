namespace DlpDashboard.Detection.Custom;

/// <summary>A value that a custom detector saw, until it is reported. Offsets are those of the scanner's buffer.</summary>
internal readonly record struct FoundPlace(int Start, int End, CompiledRule Rule, int Word, bool IsKey) : IComparable<FoundPlace>
{
    public int CompareTo(FoundPlace other) => Start != other.Start ? Start.CompareTo(other.Start) : Rule.Detector.Index.CompareTo(other.Rule.Detector.Index);
}
