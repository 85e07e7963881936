namespace DlpDashboard.UI.Charts;

/// <summary>Round ends of axes.</summary>
public static class NiceTop
{
    private static readonly double[] Steps = [1, 2, 4, 5, 6, 8, 10];

    /// <summary>The least of 1, 2, 4, 5, 6, 8, 10 times a power of ten that is not below the value; at least 2, so that the half is a whole number.</summary>
    public static double Above(double value)
    {
        if (!double.IsFinite(value) || value <= 2)
        {
            return 2;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return Steps.Select(step => step * power).First(top => top >= value * (1 - 1e-12));
    }
}
