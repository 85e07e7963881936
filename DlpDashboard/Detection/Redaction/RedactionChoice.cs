namespace DlpDashboard.Detection.Redaction;

/// <summary>How a text is to be redacted.</summary>
/// <param name="Mode">What stands where values stood.</param>
/// <param name="Key">Kept secret by the caller and the same for as long as results are to agree; needed for hashes and surrogates.</param>
/// <param name="HasValidSurrogates">Whether surrogates pass the check of their detector; otherwise none does.</param>
public sealed record RedactionChoice(RedactionMode Mode, ReadOnlyMemory<byte> Key = default, bool HasValidSurrogates = true)
{
    /// <summary>The shortest key taken, in bytes.</summary>
    public const int ShortestKey = 16;

    /// <summary>Whether a mode gives results that hang on a key.</summary>
    public static bool NeedsKey(RedactionMode mode) => mode is RedactionMode.Hash or RedactionMode.Surrogate;

    /// <summary>For what is found only once the text was gone through: surrogates would make new ones without end, masks do not.</summary>
    internal RedactionChoice Later() => Mode == RedactionMode.Surrogate ? this with { Mode = RedactionMode.Mask } : this;
}
