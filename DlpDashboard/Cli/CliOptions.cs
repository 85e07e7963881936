using System.CommandLine;
using DlpDashboard.Detection;

namespace DlpDashboard.Cli;

/// <summary>Options several verbs share, so that they are spelled and refused alike.</summary>
internal static class CliOptions
{
    /// <summary><c>--detector ID…</c></summary>
    public static Option<string[]> Detector()
    {
        var option = new Option<string[]>("--detector") { Description = "Only these detectors (ids as `detectors` lists them).", AllowMultipleArgumentsPerToken = true };
        option.Validators.Add(result =>
        {
            var unknown = result.Tokens.Select(token => token.Value).FirstOrDefault(id => DetectorCatalogue.Find(id) is null);
            if (unknown is not null)
            {
                result.AddError($"--detector: there is no detector \"{unknown}\"; `detectors` lists them.");
            }
        });
        return option;
    }

    /// <summary><c>--min-likelihood L</c>, by default <c>possible</c>.</summary>
    public static Option<string> MinimumLikelihood()
    {
        var option = new Option<string>("--min-likelihood") { Description = "veryUnlikely, unlikely, possible, likely or veryLikely.", DefaultValueFactory = _ => "possible" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !LikelihoodScale.TryParse(result.Tokens[0].Value, out _))
            {
                result.AddError($"--min-likelihood: \"{result.Tokens[0].Value}\" is none of veryUnlikely, unlikely, possible, likely, veryLikely.");
            }
        });
        return option;
    }

    /// <summary><c>--show-values</c></summary>
    public static Option<bool> ShowValues() => new("--show-values") { Description = "Show found values in clear instead of masked." };

    /// <summary><c>--format</c> with the formats a verb knows, the first by default.</summary>
    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format") { Description = string.Join(", ", formats), DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    /// <summary>The engine the two options ask for.</summary>
    public static DetectionEngine Engine(ParseResult parsed, Option<string[]> detector, Option<string> minimum)
    {
        _ = LikelihoodScale.TryParse(parsed.GetValue(minimum), out var floor);
        var ids = parsed.GetValue(detector);
        return DetectionEngine.Create(ids is { Length: > 0 } ? ids : null, floor);
    }
}
