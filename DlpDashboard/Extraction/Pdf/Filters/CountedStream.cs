using System.Security.Cryptography;
using DlpDashboard.Extraction.Archives;

namespace DlpDashboard.Extraction.Pdf.Filters;

/// <summary>The end of a stream's steps: counts its bytes as work, and ends it where they are damaged or there was too much.</summary>
internal sealed class CountedStream(List<Stream> steps, PdfFile file, Action onDamage) : ReadOnlyStream
{
    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Count(file.IsExhausted ? 0 : steps[^1].Read(buffer));
        }
        catch (Exception damage) when (damage is InvalidDataException or CryptographicException)
        {
            return End();
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Count(file.IsExhausted ? 0 : await steps[^1].ReadAsync(buffer, cancellationToken));
        }
        catch (Exception damage) when (damage is InvalidDataException or CryptographicException)
        {
            return End();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            for (var i = steps.Count - 1; i >= 0; i--)
            {
                steps[i].Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        file.Work(read);
        if (read == 0 && steps.Exists(step => step is InflatedStream { IsDamaged: true } or InflatedStream { Stop: not null }))
        {
            onDamage();
        }

        return read;
    }

    private int End()
    {
        onDamage();
        return 0;
    }
}
