namespace DlpDashboard.Detection.Redaction;

/// <summary>What stands in a redacted text where a value stood.</summary>
public enum RedactionMode
{
    /// <summary>The value as <see cref="ValueMask"/> shows it: <c>4539********6467</c>.</summary>
    Mask,

    /// <summary>Its kind: <c>[PAYMENT-CARD]</c>.</summary>
    Replace,

    /// <summary>Its kind and a keyed hash, the same for the same value under one key: <c>[PAYMENT-CARD:hdkfnbmaepcgjoil]</c>.</summary>
    Hash,

    /// <summary>Nothing.</summary>
    Remove,

    /// <summary>Another value of the same shape, the same for the same value under one key.</summary>
    Surrogate,
}
