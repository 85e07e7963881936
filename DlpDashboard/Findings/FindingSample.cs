using DlpDashboard.Detection;

namespace DlpDashboard.Findings;

/// <summary>One value of a finding as it is kept: masked, with a keyed hash to tell equal values, never in clear.</summary>
/// <param name="Value">Masked, such as <c>4111********1111</c>.</param>
/// <param name="Hash">HMAC-SHA-256 under the organisation's key, first 128 bits, lower-case hex.</param>
/// <param name="Likelihood">How sure.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Reasons">Why, as the contract names them.</param>
/// <param name="Location">Where it stands.</param>
public sealed record FindingSample(
    string Value,
    string Hash,
    Likelihood Likelihood,
    double Score,
    IReadOnlyList<string> Reasons,
    TextLocation Location);
