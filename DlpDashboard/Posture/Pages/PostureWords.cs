using DlpDashboard.Posture.Compliance;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Providers.Configurations;
using DlpDashboard.UI;

namespace DlpDashboard.Posture.Pages;

/// <summary>The room's names as words of people, and their tones.</summary>
public static class PostureWords
{
    /// <summary>The tone of a standing.</summary>
    public static Tone ToneOf(BucketStanding standing) => standing switch { BucketStanding.Secure => Tone.Good, BucketStanding.Insecure => Tone.Bad, _ => Tone.Neutral };

    /// <summary>A verdict in words; an accepted failure is its own.</summary>
    public static string Of(CheckVerdict verdict, bool isAccepted = false) => (verdict, isAccepted) switch
    {
        (CheckVerdict.Fail, true) => "Accepted",
        (CheckVerdict.Fail, _) => "Failed",
        (CheckVerdict.Pass, _) => "Passed",
        (CheckVerdict.Unknown, _) => "Not known",
        _ => "Not applicable",
    };

    /// <summary>The tone of a verdict.</summary>
    public static Tone ToneOf(CheckVerdict verdict, bool isAccepted = false) => (verdict, isAccepted) switch
    {
        (CheckVerdict.Fail, true) => Tone.Warn,
        (CheckVerdict.Fail, _) => Tone.Bad,
        (CheckVerdict.Pass, _) => Tone.Good,
        _ => Tone.Neutral,
    };

    /// <summary>Whether strangers get in, in a word or two.</summary>
    public static string Public(bool? isPublic) => isPublic switch { true => "Public", false => "Not public", null => "Not known" };

    /// <summary>The tone of being public.</summary>
    public static Tone PublicTone(bool? isPublic) => isPublic switch { true => Tone.Bad, false => Tone.Good, null => Tone.Neutral };

    /// <summary>How a control stands, in words.</summary>
    public static string Of(ControlStanding standing) => standing switch
    {
        ControlStanding.Failed => "Failed",
        ControlStanding.Unknown => "Not known",
        ControlStanding.Accepted => "Accepted",
        ControlStanding.Passed => "Passed",
        _ => "Not judged",
    };

    /// <summary>The tone of a control.</summary>
    public static Tone ToneOf(ControlStanding standing) => standing switch { ControlStanding.Failed => Tone.Bad, ControlStanding.Accepted => Tone.Warn, ControlStanding.Passed => Tone.Good, _ => Tone.Neutral };

    /// <summary>What reading a document came to.</summary>
    public static string Of(DocumentState state) => state switch { DocumentState.Present => "Present", DocumentState.NotConfigured => "Not configured", _ => "Could not be read" };

    /// <summary>The provider as people call it.</summary>
    public static string Provider(string id) => id switch { "aws" => "Amazon S3", "azure" => "Azure", "gcp" => "Google Cloud", "local" => "Folder", _ => id };
}
