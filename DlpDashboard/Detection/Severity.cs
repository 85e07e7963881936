namespace DlpDashboard.Detection;

/// <summary>How bad it is if the value is exposed; each detector has one.</summary>
public enum Severity
{
    /// <summary>Hardly personal alone: an IP address.</summary>
    Low,

    /// <summary>Personal: an email address, a phone number.</summary>
    Medium,

    /// <summary>Identity or money: a national number, a card, an account.</summary>
    High,

    /// <summary>Opens a door at once: a private key, a cloud key.</summary>
    Critical,
}
