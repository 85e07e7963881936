using Microsoft.Extensions.Options;

namespace DlpDashboard.Providers;

/// <summary>Stops the start where a limit is out of range, naming its key.</summary>
internal sealed class ProviderOptionsCheck : IValidateOptions<ProviderOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, ProviderOptions options) =>
        options.Check() is { } rule ? ValidateOptionsResult.Fail(rule) : ValidateOptionsResult.Success;
}
