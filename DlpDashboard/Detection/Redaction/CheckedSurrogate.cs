using System.Buffers.Text;
using System.Text;
using DlpDashboard.Detection.Checks;

namespace DlpDashboard.Detection.Redaction;

/// <summary>Completes drawn surrogates of kinds whose check no number of draws would meet.</summary>
internal static class CheckedSurrogate
{
    private const int GitHubHead = 4, GitHubLength = 40, GitHubCheck = 6;

    /// <summary>Writes the check into the surrogate, in place.</summary>
    public static void Complete(Detector detector, Span<byte> surrogate, ref SeededChoice choice)
    {
        if (detector.Id == "github-token" && surrogate.Length == GitHubLength)
        {
            Crc32Base62.Write(surrogate[GitHubHead..^GitHubCheck], surrogate[^GitHubCheck..]);
        }
        else if (detector.Id == "jwt")
        {
            CompleteToken(surrogate, ref choice);
        }
    }

    /// <summary>Header and payload become JSON objects of the same length that say nothing.</summary>
    private static void CompleteToken(Span<byte> token, ref SeededChoice choice)
    {
        var first = token.IndexOf((byte)'.');
        var second = token.LastIndexOf((byte)'.');
        if (first > 0 && second > first)
        {
            WriteObject(token[..first], """{"alg":"HS256","k":" """, ref choice);
            WriteObject(token[(first + 1)..second], """{"k":" """, ref choice);
        }
    }

    private static void WriteObject(Span<byte> part, string head, ref SeededChoice choice)
    {
        var length = part.Length * 3 / 4;
        var json = new byte[length];
        var begin = Encoding.ASCII.GetBytes(head.TrimEnd());
        if (length < begin.Length + 2)
        {
            begin = Encoding.ASCII.GetBytes(head.StartsWith("""{"alg""", StringComparison.Ordinal) ? """{"alg":" """.TrimEnd() : "{");
        }

        if (length < begin.Length + 2)
        {
            return;
        }

        begin.CopyTo(json, 0);
        for (var at = begin.Length; at < length - 2; at++)
        {
            json[at] = begin.Length == 1 ? (byte)' ' : (byte)('a' + choice.Below(26));
        }

        (json[^2], json[^1]) = (begin.Length == 1 ? (byte)' ' : (byte)'"', (byte)'}');
        Encoding.ASCII.GetBytes(Base64Url.EncodeToString(json)).AsSpan().CopyTo(part);
    }
}
