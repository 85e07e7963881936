namespace DlpDashboard.Providers.S3;

/// <summary>An answer as the server wrote it, beside what the SDK makes of it: the SDK drops what it does not know, and takes some errors for empty documents.</summary>
internal sealed class S3CapturedAnswer
{
    // The SDK offers no way to mark a request that reaches the handler; what flows with the call does.
    private static readonly AsyncLocal<S3CapturedAnswer?> Expected = new();

    /// <summary>Status of the last answer; 0 before there is one.</summary>
    public int Status { get; private set; }

    /// <summary>Its body.</summary>
    public byte[] Body { get; private set; } = [];

    /// <summary>From here to the end of the calling method, the last answer is kept.</summary>
    public static S3CapturedAnswer Expect() => Expected.Value = new S3CapturedAnswer();

    /// <summary>Keeps an answer that is in memory, where somebody expects it.</summary>
    public static async Task KeepAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (Expected.Value is { } expected)
        {
            expected.Body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            expected.Status = (int)answer.StatusCode;
        }
    }
}
