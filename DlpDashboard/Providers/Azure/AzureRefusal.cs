namespace DlpDashboard.Providers.Azure;

/// <summary>An answer of the server that is a failure, already in our words.</summary>
/// <param name="failure">What it means.</param>
internal sealed class AzureRefusal(StoreFailure failure) : Exception(failure.Exception.Sentence, failure.Exception)
{
    /// <summary>What it means.</summary>
    public StoreFailure Failure => failure;
}
