using System.Security.Cryptography;
using System.Text;

namespace DlpDashboard.Data.Protection;

/// <summary>Wraps by the 32 bytes of the key file: AES-256-GCM, bound to this use and to the key's id.</summary>
internal sealed class FileKeyWrap : IKeyWrap
{
    public const int KeySize = 32;

    private readonly byte[] _key;
    private readonly byte[] _context;

    public FileKeyWrap(byte[] key)
    {
        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeySize, info: "DlpDashboard key file: wrap"u8.ToArray());
        Id = "file-" + Convert.ToHexStringLower(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 8, info: "DlpDashboard key file: id"u8.ToArray()));
        _context = Encoding.UTF8.GetBytes(Id);
    }

    public string Id { get; }

    public byte[] Wrap(byte[] content) => SealedBytes.Seal(_key, content, _context);

    public byte[] Unwrap(byte[] wrapped) => SealedBytes.Open(_key, wrapped, _context);
}
