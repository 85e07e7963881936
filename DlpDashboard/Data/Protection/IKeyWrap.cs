namespace DlpDashboard.Data.Protection;

/// <summary>Encrypts the secret part of a Data Protection key.</summary>
internal interface IKeyWrap
{
    /// <summary>Tells which secret was used, without telling anything of it; at most 64 characters.</summary>
    string Id { get; }

    /// <summary>Encrypts.</summary>
    byte[] Wrap(byte[] content);

    /// <summary>Decrypts and checks.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or wrapped by another secret.</exception>
    byte[] Unwrap(byte[] wrapped);
}
