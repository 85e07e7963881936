using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DlpDashboard.Data.Local;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Data.Protection;

/// <summary>The secrets that wrap Data Protection's keys: one for new keys, and what is there to read older ones.</summary>
internal sealed class KeyWraps(IOptions<ProtectionOptions> options, IOptions<DataOptions> data)
{
    private readonly Lock _gate = new();
    private IReadOnlyList<IKeyWrap>? _known;

    /// <summary>Where the key file is.</summary>
    public string FilePath { get; } = Path.GetFullPath(options.Value.KeyFile ?? Path.Combine(data.Value.FolderPath, "keys", "data-protection.key"));

    /// <summary>Wraps new keys.</summary>
    /// <exception cref="StartRefusedException">The certificate or file cannot be used, or there is none.</exception>
    public IKeyWrap Current => Known() is [var first, ..]
        ? first
        : throw new StartRefusedException($"The key file {FilePath} is missing. Restore it from a backup; without it the stored credentials of storage connections cannot be read.");

    /// <summary>The secret with this id; null where it is not here.</summary>
    public IKeyWrap? Find(string id) => Known().FirstOrDefault(wrap => wrap.Id == id);

    /// <summary>Makes the key file of a new installation. Nothing happens where a file is there or a certificate is used.</summary>
    public void MakeMissingFile()
    {
        if (options.Value.CertificatePath is not null || File.Exists(FilePath))
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!, (UnixFileMode)0b111_000_000);
            OwnFile.Write(FilePath, RandomNumberGenerator.GetBytes(FileKeyWrap.KeySize));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The key file {FilePath} cannot be made. Set DLP__DataProtection__KeyFile to a place this user may write, or DLP__Data__Folder to another folder.", cause);
        }

        lock (_gate)
        {
            _known = null;
        }
    }

    private IReadOnlyList<IKeyWrap> Known()
    {
        lock (_gate)
        {
            return _known ??= new IKeyWrap?[] { Certificate(), FromFile() }.OfType<IKeyWrap>().ToList();
        }
    }

    private CertificateKeyWrap? Certificate()
    {
        if (options.Value.CertificatePath is not { } path)
        {
            return null;
        }

        try
        {
            return new CertificateKeyWrap(X509CertificateLoader.LoadPkcs12FromFile(path, options.Value.CertificatePassword));
        }
        catch (Exception cause) when (cause is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The certificate {path} cannot be used: it must be a PKCS #12 file with an RSA private key, and DLP__DataProtection__CertificatePassword must be its password.", cause);
        }
    }

    private FileKeyWrap? FromFile()
    {
        try
        {
            if (!File.Exists(FilePath))
            {
                return null;
            }

            var key = File.ReadAllBytes(FilePath);
            return key.Length == FileKeyWrap.KeySize
                ? new FileKeyWrap(key)
                : throw new StartRefusedException($"The key file {FilePath} is damaged: it must hold exactly {FileKeyWrap.KeySize} bytes. Restore it from a backup.");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The key file {FilePath} cannot be read. Give this user the right to read it.", cause);
        }
    }
}
