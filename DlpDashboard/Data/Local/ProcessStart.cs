using System.Globalization;

namespace DlpDashboard.Data.Local;

/// <summary>A process, told from a later one with the same id by when it began (proc(5), <c>/proc/PID/stat</c>; open to every user).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The program's name.</param>
/// <param name="Ticks">Its beginning in clock ticks after boot.</param>
internal sealed record ProcessStart(int Id, string Name, ulong Ticks)
{
    private const int StateAfterName = 0;
    private const int TicksAfterName = 19;

    /// <summary>Whether that very process still lives; one that is dead and not yet reaped does not.</summary>
    public bool Lives => Of(Id) == this;

    /// <summary>Null where no such process lives.</summary>
    public static ProcessStart? Of(int id)
    {
        try
        {
            // The name stands in brackets and may itself hold brackets and blanks.
            var text = File.ReadAllText($"/proc/{id}/stat");
            var open = text.IndexOf('(', StringComparison.Ordinal);
            var close = text.LastIndexOf(')');
            var fields = text[(close + 2)..].Split(' ');
            return fields[StateAfterName] is "Z" or "X" ? null : new ProcessStart(id, text[(open + 1)..close], ulong.Parse(fields[TicksAfterName], CultureInfo.InvariantCulture));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}
