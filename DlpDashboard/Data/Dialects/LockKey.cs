using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DlpDashboard.Data.Dialects;

/// <summary>A lock's name as the databases want it.</summary>
internal static class LockKey
{
    /// <summary>Advisory locks are numbers: the first 64 bits of SHA-256, under a name of our own.</summary>
    public static long Number(string name) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes("DlpDashboard:" + name)));

    /// <summary>Application locks are texts of at most 255 characters.</summary>
    public static string Text(string name) => "DlpDashboard:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
