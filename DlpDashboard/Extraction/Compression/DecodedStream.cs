using System.Runtime.ExceptionServices;

namespace DlpDashboard.Extraction.Compression;

/// <summary>What a decoder makes of a stream. Completes at once where the stream does.</summary>
/// <param name="compressed">The input; it is not disposed.</param>
/// <param name="decoder">The decoder; it is.</param>
internal sealed class DecodedStream(Stream compressed, IStreamDecoder decoder) : ReadOnlyStream
{
    private const int FirstInput = 16 * 1024;
    private const int MostIdleSteps = 8;

    private byte[] _input = new byte[FirstInput];
    private ReadOnlyMemory<byte> _output;
    private int _from;
    private int _to;
    private ExceptionDispatchInfo? _ending;
    private bool _isLast;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var idle = 0;
        while (_output.IsEmpty && !decoder.IsOver)
        {
            while (IsShort())
            {
                Add(compressed.Read(_input.AsSpan(_to)));
            }

            Step(ref idle);
        }

        return Give(buffer);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var idle = 0;
        while (_output.IsEmpty && !decoder.IsOver)
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (IsShort())
            {
                Add(await compressed.ReadAsync(_input.AsMemory(_to), cancellationToken));
            }

            Step(ref idle);
        }

        return Give(buffer.Span);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            decoder.Dispose();
        }

        base.Dispose(disposing);
    }

    // Makes room for more input where the decoder wants it. Twice what it wants is kept, so that little is moved.
    private bool IsShort()
    {
        if (_isLast || _to - _from >= decoder.Ahead)
        {
            return false;
        }

        if (_to == _input.Length || _from == _to)
        {
            var length = _to - _from;
            var target = length > _input.Length / 2 ? new byte[Math.Min(_input.Length * 2L, Math.Max(decoder.Ahead * 2L, FirstInput))] : _input;
            _input.AsSpan(_from, length).CopyTo(target);
            (_input, _from, _to) = (target, 0, length);
        }

        return true;
    }

    private void Add(int read)
    {
        _to += read;
        _isLast = read == 0;
    }

    // Steps that neither take nor give only change the decoder's state: several in a row mean that it waits for input that never comes.
    private void Step(ref int idle)
    {
        _ending?.Throw();
        try
        {
            var used = decoder.Decode(_input.AsSpan(_from, _to - _from), _isLast);
            _from += used;
            _output = decoder.Output;
            idle = used == 0 && _output.IsEmpty ? idle + 1 : 0;
            Damage.Unless(idle < MostIdleSteps || decoder.IsOver);
        }
        catch (Exception ending) when (ending is InvalidDataException or DecoderStopException && !decoder.Output.IsEmpty)
        {
            // What was made before the damage is given first.
            (_output, _ending) = (decoder.Output, ExceptionDispatchInfo.Capture(ending));
        }
    }

    private int Give(Span<byte> buffer)
    {
        var given = Math.Min(buffer.Length, _output.Length);
        _output.Span[..given].CopyTo(buffer);
        _output = _output[given..];
        return given;
    }
}
