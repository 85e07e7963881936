using System.Globalization;
using DlpDashboard.Kernel;

namespace DlpDashboard.Admin.Settings.Pages;

/// <summary>Numbers as people write them; what cannot be read is said at its field.</summary>
internal sealed class SettingsNumbers
{
    private readonly List<Problem> _problems = [];

    /// <summary>What could not be read so far.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>A whole number; null where nothing is written.</summary>
    public int? Whole(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        _problems.Add(Problem.Invalid("settings.number", "Write a whole number in digits, such as 90, or leave it empty.", field));
        return null;
    }

    /// <summary>An amount with a point before its fraction; null where nothing is written.</summary>
    public decimal? Amount(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            return amount;
        }

        _problems.Add(Problem.Invalid("settings.amount", "Write a number in digits with a point before the fraction, such as 0.09.", field));
        return null;
    }

    /// <summary>An amount that must be there; 0 where it is not, which the field says.</summary>
    public decimal Needed(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            _problems.Add(Problem.Invalid("settings.amount-missing", "Write a price; 0 where nothing is charged.", field));
        }

        return Amount(text, field) ?? 0;
    }

    /// <summary>As it is shown.</summary>
    public static string? Text(decimal? amount) => amount?.ToString("0.############################", CultureInfo.InvariantCulture);
}
