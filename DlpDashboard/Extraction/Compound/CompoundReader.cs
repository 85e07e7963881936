using System.Globalization;
using DlpDashboard.Extraction.Archives;
using DlpDashboard.Extraction.Formats;
using DlpDashboard.Extraction.Mail;
using DlpDashboard.Extraction.Office;

namespace DlpDashboard.Extraction.Compound;

/// <summary>
/// Reads OLE compound files by what their storages hold, also those within: workbooks, documents, presentations, messages, macros, properties,
/// embedded files. A file that holds none of them is told as not read.
/// </summary>
internal sealed class CompoundReader : IFormatReader
{
    /// <summary>A compound file.</summary>
    public const string Kind = "ole";

    private const int MaxDepth = 24;
    private const int MaxLabel = 64 * 1024;

    /// <inheritdoc/>
    public async ValueTask<ContentOutcome> ReadAsync(FormatContent content, CancellationToken cancellationToken)
    {
        await using var file = await content.SeekableAsync(cancellationToken);
        if (file is null)
        {
            return new ContentOutcome(
                ExtractionState.TooLarge,
                string.Create(CultureInfo.InvariantCulture, $"The file is larger than {content.Budget.Limits.SpoolBytes:N0} bytes, the most that is copied aside to be read."),
                Kind);
        }

        using var compound = CompoundFile.Open(file);
        if (compound is null)
        {
            return new ContentOutcome(ExtractionState.Failed, "The file is damaged: its directory cannot be read.", Kind);
        }

        var tally = new PartTally(Kind);
        if (compound.Root.Has("EncryptedPackage"))
        {
            tally.MarkEncrypted("The document is protected by a password.");
            return tally.Sum(null);
        }

        var reading = new CompoundReading(content, tally);
        await reading.ReadAsync(compound.Root, "", 0, cancellationToken);
        if (compound.Meter.IsUsedUp)
        {
            tally.Miss("file", "Its streams overlap, as in files made to exhaust their readers.");
        }

        return tally is { IsEmpty: true } && content.Budget.Stop is null
            ? new ContentOutcome(ExtractionState.Unsupported, $"This is {NameOf(compound.Root)}; its format is not read.", Kind)
            : tally.Sum(content.Budget.Stop);
    }

    private static string NameOf(CompoundStorage root) =>
        root.Has("VisioDocument") ? "a Visio drawing"
        : root.Find("Quill") is not null ? "a Publisher document"
        : root.Has("Catalog") ? "a folder's pictures in small"
        : "an OLE compound file of an unknown program";

    /// <summary>The reading of one compound file.</summary>
    private sealed class CompoundReading(FormatContent content, PartTally tally)
    {
        public async ValueTask ReadAsync(CompoundStorage storage, string path, int depth, CancellationToken cancellationToken)
        {
            if (content.Budget.Stop is not null || depth > MaxDepth)
            {
                return;
            }

            if (storage.Has("__properties_version1.0"))
            {
                tally.Add();
                tally.Kind = OutlookMessage.Kind;
                await new OutlookMessage(content, tally, (inner, label) => ReadAsync(inner, label, depth + 1, cancellationToken)).ReadAsync(storage, cancellationToken);
                return;
            }

            ReadDocument(storage, path, cancellationToken);
            PropertySet.Write(storage, content.Text, content.Entry);
            await ReadEmbeddedAsync(storage, path, cancellationToken);
            foreach (var child in storage.Storages)
            {
                await ReadAsync(child, path.Length == 0 ? child.Name : $"{path}/{child.Name}", depth + 1, cancellationToken);
            }
        }

        private void ReadDocument(CompoundStorage storage, string path, CancellationToken cancellationToken)
        {
            var entry = path.Length == 0 ? content.Entry : content.Entry is null ? SafeText.Of(path) : $"{content.Entry}!/{SafeText.Of(path)}";
            try
            {
                if (storage.Has("WordDocument"))
                {
                    Begin("doc", path.Length == 0);
                    new OldWordDocument(storage, content.Text, entry, tally).Read(cancellationToken);
                }
                else if ((storage.Open("Workbook") ?? storage.Open("Book")) is { } workbook)
                {
                    Begin("xls", path.Length == 0);
                    using var book = new BookParts(content.Budget.Limits);
                    using var stream = new BufferedStream(workbook, 32 * 1024);
                    new OldWorkbook(new BiffRecords(stream), content.Text, entry, book, tally).Read(cancellationToken);
                }
                else if (storage.Has("PowerPoint Document"))
                {
                    Begin("ppt", path.Length == 0);
                    new OldPresentation(storage, content.Text, entry, tally).Read(cancellationToken);
                }
                else if (MacroProject.IsIn(storage))
                {
                    tally.Add();
                    new MacroProject(storage, content, tally).Read(cancellationToken);
                }
            }
            catch (PartException limit)
            {
                tally.Miss(tally.Kind, $"Reading stopped because {limit.Because}.");
            }
            finally
            {
                content.Text.Close();
            }
        }

        private void Begin(string kind, bool isRoot)
        {
            tally.Add();
            tally.Kind = isRoot ? kind : tally.Kind;
        }

        // What other programs left in the document as a file of its own.
        private async ValueTask ReadEmbeddedAsync(CompoundStorage storage, string path, CancellationToken cancellationToken)
        {
            foreach (var name in new[] { "Package", "CONTENTS", "\u0001Ole10Native" })
            {
                if (storage.Open(name) is not { } stream)
                {
                    continue;
                }

                var label = name[0] == '\u0001' ? PassLabels(stream) : null;
                var inner = SafeText.Of(label is { Length: > 0 } ? label : $"{path}{(path.Length == 0 ? "" : "/")}{name.TrimStart('\u0001')}");
                Stream file = stream.Position == 0 ? stream : new SliceStream(stream, stream.Position, stream.Length - stream.Position);
                tally.Add(inner, await content.ReadInnerAsync(file, inner, cancellationToken));
            }
        }

        // Ole10Native ([MS-OLEDS] 2.3.6 and what programs write into it): size, mark, label, path, a temporary path, size, the file's bytes.
        private static string? PassLabels(CompoundStream stream)
        {
            var start = new byte[(int)Math.Min(stream.Length, MaxLabel)];
            start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
            stream.Position = Math.Min(4, start.Length);
            if (start.Length < 12 || start[4] != 2 || start[5] != 0)
            {
                return null;
            }

            var label = TextAt(start, 6);
            var at = 6 + label.Length + 1;
            at += TextAt(start, at).Length + 1 + 8;
            if (at > start.Length)
            {
                return null;
            }

            at += TextAt(start, at).Length + 1 + 4;
            stream.Position = Math.Min(at, start.Length);
            return label;
        }

        private static string TextAt(byte[] bytes, int at)
        {
            var rest = bytes.AsSpan(Math.Min(at, bytes.Length));
            var end = rest.IndexOf((byte)0);
            return CodePage.Of(1252).GetString(end < 0 ? rest : rest[..end]);
        }
    }
}
