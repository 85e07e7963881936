namespace DlpDashboard.Tests.House;

/// <summary>A wall names all that breaks it, not the first five.</summary>
internal static class Wall
{
    public static void Holds(IEnumerable<string> offenders)
    {
        var list = offenders.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(list.Count == 0, string.Join('\n', list));
    }
}
