namespace DlpDashboard.Posture.Judging;

/// <summary>A check's verdict on one bucket with its reason.</summary>
/// <param name="Verdict">What it says.</param>
/// <param name="Sentence">Why, for people; names what was found set.</param>
public sealed record CheckFinding(CheckVerdict Verdict, string Sentence)
{
    /// <summary>As it should be.</summary>
    public static CheckFinding Pass(string sentence) => new(CheckVerdict.Pass, sentence);

    /// <summary>Not as it should be.</summary>
    public static CheckFinding Fail(string sentence) => new(CheckVerdict.Fail, sentence);

    /// <summary>Not known.</summary>
    public static CheckFinding Unknown(string sentence) => new(CheckVerdict.Unknown, sentence);

    /// <summary>Nothing to say.</summary>
    public static CheckFinding NotApplicable(string sentence) => new(CheckVerdict.NotApplicable, sentence);

    /// <summary>Pass or fail, each with its sentence.</summary>
    public static CheckFinding Of(bool isWell, string pass, string fail) => isWell ? Pass(pass) : Fail(fail);

    /// <summary>Pass, fail, or unknown where the setting is not told.</summary>
    public static CheckFinding Of(bool? isWell, string pass, string fail, string unknown) => isWell is { } told ? Of(told, pass, fail) : Unknown(unknown);
}
