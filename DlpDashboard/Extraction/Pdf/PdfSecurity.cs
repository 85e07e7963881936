using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using DlpDashboard.Extraction.Pdf.Filters;

namespace DlpDashboard.Extraction.Pdf;

/// <summary>
/// The standard security handler with the empty user password, which opens all files that ask for none: RC4 and AES-128 (ISO 32000-1, 7.6)
/// and AES-256 (ISO 32000-2, 7.6.4). MD5 and RC4 are what these files are made with.
/// </summary>
[SuppressMessage("Security", "CA5351", Justification = "The format's own key derivation.")]
internal sealed class PdfSecurity
{
    private readonly byte[] _key;
    private readonly Method _strings;
    private readonly Method _streams;

    private PdfSecurity(byte[] key, Method strings, Method streams, bool leavesMetadata) =>
        (_key, _strings, _streams, LeavesMetadata) = (key, strings, streams, leavesMetadata);

    private enum Method
    {
        None,
        Rc4,
        Aes128,
        Aes256,
    }

    /// <summary>Whether metadata streams are not encrypted.</summary>
    public bool LeavesMetadata { get; }

    /// <summary>The handler of a file whose user password is empty; null where another is needed or the handler is not known.</summary>
    /// <param name="encrypt">The encryption dictionary, without references.</param>
    /// <param name="id">The first part of the file's identifier.</param>
    public static PdfSecurity? Open(PdfDictionary encrypt, byte[] id)
    {
        var revision = encrypt.IntegerOf("R") ?? 0;
        var version = encrypt.IntegerOf("V") ?? 0;
        if (encrypt.NameOf("Filter") != "Standard" || version is not (1 or 2 or 4 or 5) || encrypt["O"] is not byte[] owner || encrypt["U"] is not byte[] user)
        {
            return null;
        }

        var key = version == 5 ? Key256(encrypt, user, revision) : Key128(encrypt, owner, user, id, revision, version);
        return key is null ? null : new PdfSecurity(key, MethodOf(encrypt, "StrF", version), MethodOf(encrypt, "StmF", version), version >= 4 && encrypt["EncryptMetadata"] is false);
    }

    /// <summary>A stream decrypted.</summary>
    public Stream Decrypt(Stream stream, PdfReference id) => _streams switch
    {
        Method.Rc4 => new Rc4Stream(stream, KeyOf(id, isAes: false)),
        Method.Aes128 => new AesStream(stream, KeyOf(id, isAes: true)),
        Method.Aes256 => new AesStream(stream, _key),
        _ => stream,
    };

    /// <summary>An object's strings decrypted, wherever they stand in it.</summary>
    public object? Decrypt(object? value, PdfReference id)
    {
        switch (value)
        {
            case byte[] text:
                return DecryptText(text, id);
            case List<object?> list:
                for (var i = 0; i < list.Count; i++)
                {
                    list[i] = Decrypt(list[i], id);
                }

                return list;
            case PdfDictionary dictionary:
                foreach (var key in dictionary.Keys.ToList())
                {
                    dictionary[key] = Decrypt(dictionary[key], id);
                }

                return dictionary;
            case PdfStream stream:
                Decrypt(stream.Dictionary, id);
                return stream;
            default:
                return value;
        }
    }

    private byte[] DecryptText(byte[] text, PdfReference id)
    {
        if (_strings == Method.None)
        {
            return text;
        }

        if (_strings == Method.Rc4)
        {
            return Rc4Stream.Apply(KeyOf(id, isAes: false), text);
        }

        using var aes = new AesStream(new MemoryStream(text, writable: false), _strings == Method.Aes256 ? _key : KeyOf(id, isAes: true));
        var into = new byte[text.Length];
        return into[..aes.ReadAtLeast(into, into.Length, throwOnEndOfStream: false)];
    }

    // Algorithm 1: each object has a key of its own.
    private byte[] KeyOf(PdfReference id, bool isAes)
    {
        var seed = new byte[_key.Length + (isAes ? 9 : 5)];
        _key.CopyTo(seed, 0);
        (seed[_key.Length], seed[_key.Length + 1], seed[_key.Length + 2]) = ((byte)id.Number, (byte)(id.Number >> 8), (byte)(id.Number >> 16));
        (seed[_key.Length + 3], seed[_key.Length + 4]) = ((byte)id.Generation, (byte)(id.Generation >> 8));
        if (isAes)
        {
            "sAlT"u8.CopyTo(seed.AsSpan(_key.Length + 5));
        }

        return MD5.HashData(seed)[..Math.Min(16, _key.Length + 5)];
    }

    private static Method MethodOf(PdfDictionary encrypt, string key, int version)
    {
        if (version < 4)
        {
            return Method.Rc4;
        }

        var filter = encrypt.NameOf(key) is { } name and not "Identity" ? (encrypt["CF"] as PdfDictionary)?[name] as PdfDictionary : null;
        return filter?.NameOf("CFM") switch { "V2" => Method.Rc4, "AESV2" => Method.Aes128, "AESV3" => Method.Aes256, _ => Method.None };
    }

    private static ReadOnlySpan<byte> Padding =>
    [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
        0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ];

    // Algorithms 2, 4 and 5.
    private static byte[]? Key128(PdfDictionary encrypt, byte[] owner, byte[] user, byte[] id, int revision, int version)
    {
        var bits = version == 4 ? 128 : version == 1 ? 40 : Math.Clamp(encrypt.IntegerOf("Length") ?? 40, 40, 128);
        var permissions = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(permissions, unchecked((int)(long)(encrypt.NumberOf("P") ?? 0)));
        byte[] open = revision >= 4 && encrypt["EncryptMetadata"] is false ? [0xFF, 0xFF, 0xFF, 0xFF] : [];
        byte[] seed = [.. Padding, .. owner.AsSpan(0, Math.Min(32, owner.Length)), .. permissions, .. id, .. open];
        var key = MD5.HashData(seed)[..(bits / 8)];
        for (var round = 0; round < 50 && revision >= 3; round++)
        {
            key = MD5.HashData(key)[..(bits / 8)];
        }

        var proof = Rc4Stream.Apply(key, revision >= 3 ? MD5.HashData((byte[])[.. Padding, .. id]) : Padding);
        for (byte round = 1; round < 20 && revision >= 3; round++)
        {
            proof = Rc4Stream.Apply(Array.ConvertAll(key, b => (byte)(b ^ round)), proof);
        }

        return user.AsSpan().StartsWith(proof) ? key : null;
    }

    // Algorithm 2.A with the empty password.
    private static byte[]? Key256(PdfDictionary encrypt, byte[] user, int revision)
    {
        if (user.Length < 48 || encrypt["UE"] is not byte[] { Length: >= 32 } wrapped || !Hash([], user.AsSpan(32, 8), revision).AsSpan().SequenceEqual(user.AsSpan(0, 32)))
        {
            return null;
        }

        using var aes = Aes.Create();
        aes.Key = Hash([], user.AsSpan(40, 8), revision);
        return aes.DecryptCbc(wrapped.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    /// <summary>Algorithm 2.B of ISO 32000-2 for a user password; revision 5 stops after the first hash.</summary>
    internal static byte[] Hash(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, int revision)
    {
        var key = SHA256.HashData((byte[])[.. password, .. salt]);
        var last = 0;
        for (var round = 0; revision >= 6 && (round < 64 || last > round - 32); round++)
        {
            byte[] once = [.. password, .. key];
            var repeated = new byte[once.Length * 64];
            for (var i = 0; i < 64; i++)
            {
                once.CopyTo(repeated, i * once.Length);
            }

            using var aes = Aes.Create();
            aes.Key = key[..16];
            var mixed = aes.EncryptCbc(repeated, key.AsSpan(16, 16), PaddingMode.None);
            var rest = mixed.Take(16).Sum(b => b) % 3;
            key = rest == 0 ? SHA256.HashData(mixed) : rest == 1 ? SHA384.HashData(mixed) : SHA512.HashData(mixed);
            last = mixed[^1];
        }

        return key[..32];
    }
}
