using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace DlpDashboard.Data.Protection;

/// <summary>Wraps by a certificate: a fresh AES-256-GCM key for the content, itself encrypted by RSA-OAEP with SHA-256 (RFC 8017).</summary>
internal sealed class CertificateKeyWrap : IKeyWrap, IDisposable
{
    private readonly RSA _key;
    private readonly byte[] _context;

    /// <exception cref="CryptographicException">It has no RSA private key.</exception>
    public CertificateKeyWrap(X509Certificate2 certificate)
    {
        _key = certificate.GetRSAPrivateKey() ?? throw new CryptographicException("The certificate has no RSA private key.");
        Id = "cert-" + Convert.ToHexStringLower(SHA256.HashData(_key.ExportSubjectPublicKeyInfo()).AsSpan(0, 8));
        _context = Encoding.UTF8.GetBytes(Id);
    }

    public string Id { get; }

    public byte[] Wrap(byte[] content)
    {
        var key = RandomNumberGenerator.GetBytes(FileKeyWrap.KeySize);
        var wrappedKey = _key.Encrypt(key, RSAEncryptionPadding.OaepSHA256);
        var length = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)wrappedKey.Length);
        return [.. length, .. wrappedKey, .. SealedBytes.Seal(key, content, _context)];
    }

    public byte[] Unwrap(byte[] wrapped)
    {
        var length = wrapped.Length > sizeof(ushort) ? BinaryPrimitives.ReadUInt16BigEndian(wrapped) : 0;
        if (length == 0 || wrapped.Length < sizeof(ushort) + length)
        {
            throw new CryptographicException("The wrapped key is cut.");
        }

        var key = _key.Decrypt(wrapped.AsSpan(sizeof(ushort), length), RSAEncryptionPadding.OaepSHA256);
        return SealedBytes.Open(key, wrapped.AsSpan(sizeof(ushort) + length), _context);
    }

    public void Dispose() => _key.Dispose();
}
