namespace DlpDashboard.Providers.Gcs;

/// <summary>An answer that is a failure, already understood; never leaves the room.</summary>
/// <param name="failure">What it means.</param>
internal sealed class GcsAnswerException(StoreFailure failure) : Exception(failure.Exception.Message, failure.Exception)
{
    /// <summary>What it means.</summary>
    public StoreFailure Failure => failure;
}
