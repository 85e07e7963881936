using System.Globalization;
using DlpDashboard.Extraction.Archives;
using DlpDashboard.Extraction.Compression;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Avro;

/// <summary>Reads Avro containers (Apache Avro 1.11, "Object Container Files") as they stream: one segment, a line for each value.</summary>
internal sealed class AvroReader : IFormatReader
{
    /// <inheritdoc/>
    public async ValueTask<ContentOutcome> ReadAsync(FormatContent content, CancellationToken cancellationToken)
    {
        var guard = new ExpansionGuard(content.Budget);
        using var file = new AvroFile(content.FromStart(), content.Budget, guard);
        var records = new AvroRecords(content.Text, guard);
        content.Text.Open(content.Entry);
        try
        {
            await file.OpenAsync(cancellationToken);
            var schema = AvroSchema.Read(file.Schema);
            while (await file.NextAsync(cancellationToken) is var (count, bytes))
            {
                cancellationToken.ThrowIfCancellationRequested();
                records.Write(schema, bytes.Span, count);
            }

            return ContentOutcome.Scanned(content.Kind);
        }
        catch (InvalidDataException)
        {
            return records.Count == 0
                ? new ContentOutcome(ExtractionState.Failed, "The Avro file is damaged or cut short: nothing in it can be read.", content.Kind)
                : new ContentOutcome(
                    ExtractionState.Partial,
                    string.Create(CultureInfo.InvariantCulture, $"The Avro file is damaged or cut short: only its first {records.Count - 1:N0} records were read fully."),
                    content.Kind);
        }
        catch (DecoderStopException stop)
        {
            return new ContentOutcome(ExtractionState.Partial, stop.Message, content.Kind);
        }
        finally
        {
            content.Text.Close();
        }
    }
}
