namespace DlpDashboard.Data.Protection;

/// <summary>What the keys that protect secrets are themselves protected by. Section <c>DataProtection</c>.</summary>
public sealed class ProtectionOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "DataProtection";

    /// <summary>A file of 32 random bytes; null is <c>keys/data-protection.key</c> in the data folder. Made at the first start. Apps on one database need the same file.</summary>
    public string? KeyFile { get; set; }

    /// <summary>A certificate with an RSA key and its private key (PKCS #12), instead of the key file. A key file that is there is still read for what it protected before.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>The certificate file's password.</summary>
    public string? CertificatePassword { get; set; }
}
