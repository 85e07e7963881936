namespace DlpDashboard.Detection.Verification;

/// <summary>What spoke for or against a value, besides words and keys.</summary>
[Flags]
internal enum ReasonFlags : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Its check digits are right.</summary>
    Checksum = 1,

    /// <summary>Its form alone says what it is.</summary>
    Structure = 2,

    /// <summary>It looks drawn at random.</summary>
    Entropy = 4,

    /// <summary>A published test or documentation value.</summary>
    TestValue = 8,

    /// <summary>One digit over and over, or digits in sequence.</summary>
    RepeatedDigits = 16,

    /// <summary>A word that stands for a value.</summary>
    Placeholder = 32,

    /// <summary>From a range nobody outside can reach: private, loopback, reserved.</summary>
    PrivateRange = 64,

    /// <summary>Known issuer, prefix or country.</summary>
    Issuer = 128,

    /// <summary>Protected by a passphrase.</summary>
    Encrypted = 256,

    /// <summary>Values of its kind stand under the same key row after row.</summary>
    Neighbours = 512,

    /// <summary>The kind of file speaks for or against it.</summary>
    FileKind = 1024,
}
