using System.Security.Cryptography;
using DlpDashboard.Data.Dialects;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace DlpDashboard.Data.Protection;

/// <summary>
/// Makes sure at start that secrets can be read: all keys in the database open with the key file or certificate, or the app does not start.
/// Silently making new keys would leave every stored credential unreadable.
/// </summary>
internal sealed class ProtectionStart(IDatabaseDialect dialect, DatabaseXmlRepository stored, IServiceProvider services, KeyWraps wraps, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    /// <exception cref="StartRefusedException">Keys exist that cannot be read here.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Of several apps that start on a new database one makes the first key; the others must then be able to read it.
        await using var held = await dialect.HoldAsync("data-protection-start", cancellationToken);
        if (stored.GetAllElements().Count == 0)
        {
            wraps.MakeMissingFile();
            _ = wraps.Current;
            services.GetRequiredService<IKeyManager>().CreateNewKey(time.GetUtcNow(), time.GetUtcNow() + Lifetime);
            return;
        }

        _ = wraps.Current;
        foreach (var key in services.GetRequiredService<IKeyManager>().GetAllKeys().Where(key => !key.IsRevoked))
        {
            try
            {
                _ = key.CreateEncryptor();
            }
            catch (Exception cause) when (cause is CryptographicException or FormatException or System.Xml.XmlException)
            {
                throw new StartRefusedException(
                    $"The database holds encrypted secrets that the key file {wraps.FilePath} (or the configured certificate) does not open: they were made with another one. "
                    + "Put the right key file there, or set DLP__DataProtection__KeyFile or DLP__DataProtection__CertificatePath to it.",
                    cause);
            }
        }
    }
}
