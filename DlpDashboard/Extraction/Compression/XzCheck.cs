using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;

namespace DlpDashboard.Extraction.Compression;

/// <summary>The check behind each block of an xz stream: none, CRC-32, CRC-64 or SHA-256; others have known sizes and are passed over.</summary>
internal sealed class XzCheck(int id) : IDisposable
{
    private readonly Crc32 _crc32 = new();
    private readonly IncrementalHash? _sha256 = id == 10 ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    private ulong _crc64;

    /// <summary>Bytes of a check (section 2.1.1.2).</summary>
    public int Size { get; } = id == 0 ? 0 : 4 << ((id - 1) / 3);

    /// <summary>Adds bytes of the block.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        switch (id)
        {
            case 1:
                _crc32.Append(bytes);
                break;
            case 4:
                _crc64 = Crc64.Append(_crc64, bytes);
                break;
            case 10:
                _sha256!.AppendData(bytes);
                break;
            default:
                break;
        }
    }

    /// <summary>Whether the block's bytes fit its check; begins the next.</summary>
    public bool Fits(ReadOnlySpan<byte> expected)
    {
        switch (id)
        {
            case 1:
                return _crc32.GetCurrentHashAsUInt32() is var crc && Begin() && crc == BinaryPrimitives.ReadUInt32LittleEndian(expected);
            case 4:
                return _crc64 is var large && Begin() && large == BinaryPrimitives.ReadUInt64LittleEndian(expected);
            case 10:
                return expected.SequenceEqual(_sha256!.GetHashAndReset());
            default:
                return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _sha256?.Dispose();

    private bool Begin()
    {
        _crc32.Reset();
        _crc64 = 0;
        return true;
    }
}
