using System.Buffers;
using System.CommandLine;
using System.Text;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Detection.Redaction;

namespace DlpDashboard.Cli;

/// <summary>
/// <c>redact [FILE|-]</c>: the text with its values exchanged, byte for byte the same elsewhere; as it comes, in bounded memory. UTF-8, and UTF-16 where a byte order mark says so.
/// How many values were exchanged goes to standard error.
/// </summary>
internal static class RedactCommand
{
    private const int Piece = 32 * 1024;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The text; - reads standard input.", DefaultValueFactory = _ => "-" };
        var mode = new Option<string>("--mode") { Description = "mask, replace, hash, remove or surrogate.", DefaultValueFactory = _ => "mask" };
        mode.AcceptOnlyFromAmong([.. Enum.GetNames<RedactionMode>().Select(name => name.ToLowerInvariant())]);
        var check = new Option<string>("--surrogates") { Description = "valid: surrogates pass their check. invalid: none does.", DefaultValueFactory = _ => "valid" };
        check.AcceptOnlyFromAmong("valid", "invalid");
        var key = new Option<string?>("--key-file") { Description = "The key of hashes and surrogates: a file of 16 bytes or more. Without it one is made and kept for this user." };
        var detector = CliOptions.Detector();
        var minimum = CliOptions.MinimumLikelihood();
        var command = new Command("redact", "Writes the text with what is found in it masked, replaced, hashed, removed or exchanged.") { file, mode, check, key, detector, minimum };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var chosen = Enum.Parse<RedactionMode>(parsed.GetValue(mode)!, ignoreCase: true);
            await using var input = CliFile.OpenRead(parsed.GetValue(file)!);
            var choice = new RedactionChoice(chosen, RedactionChoice.NeedsKey(chosen) ? RedactionKey.Read(parsed.GetValue(key)) : default, parsed.GetValue(check) == "valid");
            using var redactor = new TextRedactor(DetectorSet.Of(CliOptions.Engine(parsed, detector, minimum)), choice);
            await using var output = Console.OpenStandardOutput();
            await RedactAsync(input, output, redactor, cancellationToken);
            await Console.Error.WriteLineAsync(redactor.Redacted == 1 ? "1 value redacted." : $"{redactor.Redacted} values redacted.");
            return 0;
        });
        return command;
    }

    private static async Task RedactAsync(Stream input, Stream output, TextRedactor redactor, CancellationToken cancellationToken)
    {
        var piece = new byte[Piece];
        var taken = await input.ReadAtLeastAsync(piece, 2, throwOnEndOfStream: false, cancellationToken);
        var encoding = taken < 2 ? null : (piece[0], piece[1]) switch { (0xFF, 0xFE) => Encoding.Unicode, (0xFE, 0xFF) => Encoding.BigEndianUnicode, _ => null };
        var settled = new ArrayBufferWriter<byte>(2 * Piece);
        var (toUtf8, back) = (encoding is null ? null : new Transcoder(encoding, Encoding.UTF8), encoding is null ? null : new Transcoder(Encoding.UTF8, encoding));
        for (var isLast = false; !isLast;)
        {
            isLast = taken == 0;
            redactor.Write(toUtf8 is null ? piece.AsSpan(0, taken) : toUtf8.Next(piece.AsSpan(0, taken), isLast), settled);
            if (isLast)
            {
                redactor.End(settled);
            }

            await output.WriteAsync(back is null ? settled.WrittenMemory : back.Next(settled.WrittenSpan, isLast).ToArray(), cancellationToken);
            settled.Clear();
            taken = isLast ? 0 : await input.ReadAsync(piece, cancellationToken);
        }

        await output.FlushAsync(cancellationToken);
    }
}
