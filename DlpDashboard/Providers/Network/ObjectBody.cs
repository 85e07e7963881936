namespace DlpDashboard.Providers.Network;

/// <summary>The bytes of one answer and what keeps its connection.</summary>
/// <param name="bytes">The body.</param>
/// <param name="answer">Ends the connection when disposed; the body is not read after.</param>
internal sealed class ObjectBody(Stream bytes, IDisposable answer) : IDisposable
{
    /// <summary>The body.</summary>
    public Stream Bytes => bytes;

    /// <inheritdoc />
    public void Dispose() => answer.Dispose();
}
