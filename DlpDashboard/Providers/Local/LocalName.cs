using System.Text;
using System.Text.Unicode;

namespace DlpDashboard.Providers.Local;

/// <summary>
/// Names of files as parts of a key. Linux names are bytes; one that is valid UTF-8 is written as it is. Any other is written as an empty
/// part, then the name with each unusable byte as <c>\xHH</c> and each backslash doubled: <c>old//caf\xE9.txt</c>. No real path holds an
/// empty part, so keys never collide and every file can be opened by its key.
/// </summary>
internal static class LocalName
{
    /// <summary>The name as it stands in a key, without the slash that ends a folder.</summary>
    public static byte[] Encode(ReadOnlySpan<byte> name) =>
        Utf8.IsValid(name) ? name.ToArray() : [(byte)'/', .. Escaped(name)];

    /// <summary>The path a key stands for, or null where the key cannot be one: empty, with <c>.</c> or <c>..</c>, NUL or a broken escape.</summary>
    public static byte[]? PathOf(string key) =>
        key.StartsWith('/') || key.Contains("//", StringComparison.Ordinal) ? PathByParts(key)
        : HasUnusablePart(key) ? null
        : Encoding.UTF8.GetBytes(key);

    private static bool HasUnusablePart(ReadOnlySpan<char> key)
    {
        foreach (var part in key.Split('/'))
        {
            if (key[part] is "" or "." or "..")
            {
                return true;
            }
        }

        return key.Contains('\0');
    }

    private static byte[]? PathByParts(string key)
    {
        var path = new List<byte>(key.Length + 8);
        var parts = key.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            var isEscaped = parts[i].Length == 0 && ++i < parts.Length;
            var name = i >= parts.Length ? null : isEscaped ? Unescaped(parts[i]) : Encoding.UTF8.GetBytes(parts[i]);
            if (name is null or [] or [(byte)'.'] or [(byte)'.', (byte)'.'] || name.Contains((byte)0))
            {
                return null;
            }

            if (path.Count > 0)
            {
                path.Add((byte)'/');
            }

            path.AddRange(name);
        }

        return [.. path];
    }

    private static byte[] Escaped(ReadOnlySpan<byte> name)
    {
        var text = new List<byte>(name.Length * 2);
        while (!name.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(name, out _, out var length);
            if (status != System.Buffers.OperationStatus.Done)
            {
                foreach (var unusable in name[..length])
                {
                    text.AddRange(Encoding.ASCII.GetBytes($"\\x{unusable:X2}"));
                }
            }
            else if (name[0] == (byte)'\\')
            {
                text.AddRange("\\\\"u8);
            }
            else
            {
                text.AddRange(name[..length]);
            }

            name = name[length..];
        }

        return [.. text];
    }

    private static byte[]? Unescaped(string part)
    {
        var name = new List<byte>(part.Length);
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] != '\\')
            {
                var length = char.IsHighSurrogate(part[i]) && i + 1 < part.Length ? 2 : 1;
                name.AddRange(Encoding.UTF8.GetBytes(part.Substring(i, length)));
                i += length - 1;
            }
            else if (i + 1 < part.Length && part[i + 1] == '\\')
            {
                name.Add((byte)'\\');
                i++;
            }
            else if (i + 3 < part.Length && part[i + 1] == 'x' && byte.TryParse(part.AsSpan(i + 2, 2), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unusable))
            {
                name.Add(unusable);
                i += 3;
            }
            else
            {
                return null;
            }
        }

        // One file, one key: a valid name must be written plainly.
        var bytes = name.ToArray();
        return Utf8.IsValid(bytes) ? null : bytes;
    }
}
