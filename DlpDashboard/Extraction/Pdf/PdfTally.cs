using System.Globalization;
using DlpDashboard.Extraction.Pdf.Pages;

namespace DlpDashboard.Extraction.Pdf;

/// <summary>What was seen on a file's pages, and what of it could not be read.</summary>
internal sealed class PdfTally
{
    private const int Named = 10;
    private const int UnknownShare = 50;

    private readonly List<int> _pictures = [];
    private long _shown;
    private long _unknown;
    private int _pictureCount;
    private bool _isCut;

    /// <summary>Pages read.</summary>
    public int Pages { get; private set; }

    /// <summary>Counts a page.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="page">What was seen on it.</param>
    /// <param name="isUnread">Whether it is only pictures, and not all of what they show was read.</param>
    public void Add(int number, PdfInterpreter page, bool isUnread)
    {
        Pages++;
        (_shown, _unknown, _isCut) = (_shown + page.Shown, _unknown + page.Unknown, _isCut || page.IsCut);
        if (isUnread)
        {
            _pictureCount++;
            if (_pictures.Count < Named)
            {
                _pictures.Add(number);
            }
        }
    }

    /// <summary>Sentences about what is missing; empty where all was read.</summary>
    public IEnumerable<string> Problems()
    {
        if (_pictureCount > 0)
        {
            var pages = string.Join(", ", _pictures) + (_pictureCount > Named ? string.Create(CultureInfo.InvariantCulture, $" and {_pictureCount - Named:N0} more") : "");
            yield return $"Pages without text, which are pictures: {pages}.";
        }

        if (_unknown * UnknownShare > _shown)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"The file does not tell what {_unknown:N0} of its {_shown:N0} characters stand for.");
        }

        if (_isCut)
        {
            yield return "Parts of its pages lie too deep in one another or are too large.";
        }
    }
}
