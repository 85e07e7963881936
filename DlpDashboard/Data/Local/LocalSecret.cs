using System.Security.Cryptography;
using System.Text;

namespace DlpDashboard.Data.Local;

/// <summary>The passwords of the private server's two roles, from one secret in a file that only the app's user reads.</summary>
internal sealed class LocalSecret
{
    /// <summary>The superuser: makes databases and the app's role; used at start only.</summary>
    public const string Owner = "dlp_owner";

    /// <summary>The app's role: owns its database and nothing else.</summary>
    public const string App = "dlp";

    private readonly byte[] _secret;

    private LocalSecret(byte[] secret) => _secret = secret;

    public string PasswordOf(string role) => Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(role)));

    /// <summary>Reads the secret, or makes it. <paramref name="wasMade"/> tells which.</summary>
    /// <exception cref="StartRefusedException">The file is not one of ours.</exception>
    public static LocalSecret ReadOrMake(string folder, out bool wasMade)
    {
        var path = Path.Combine(folder, "postgres.secret");
        wasMade = !File.Exists(path);
        if (wasMade)
        {
            var made = RandomNumberGenerator.GetBytes(32);
            OwnFile.Write(path, Convert.ToHexStringLower(made));
            return new LocalSecret(made);
        }

        try
        {
            var secret = Convert.FromHexString(File.ReadAllText(path).Trim());
            return secret.Length == 32
                ? new LocalSecret(secret)
                : throw new FormatException();
        }
        catch (Exception cause) when (cause is FormatException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The file {path} cannot be read or is damaged. Restore it from a backup, or delete it: the app then sets new passwords in its own database.", cause);
        }
    }
}
