using System.Globalization;

namespace DlpDashboard.Posture.Access;

/// <summary>Points in time as policies write them: ISO 8601, or seconds since 1970.</summary>
internal static class PointInTime
{
    /// <summary>The point in time, or null where the text is none.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && text.Length > 4)
        {
            return seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }
}
