namespace DlpDashboard.UI.Charts;

/// <summary>Squarified treemaps (Bruls, Huizing, van Wijk, 2000): a box is filled row by row along its shorter side, each row taking tiles as long as its worst ratio of sides gets better.</summary>
public static class TreemapLayout
{
    /// <summary>A box for each value, in their order; areas are in proportion to the values. Values of none get boxes of none.</summary>
    /// <param name="values">The largest first, for the best shapes.</param>
    /// <param name="box">What is filled.</param>
    public static IReadOnlyList<TreemapBox> Of(IReadOnlyList<double> values, TreemapBox box)
    {
        var boxes = new TreemapBox[values.Count];
        var total = values.Sum(value => Math.Max(0, value));
        if (total <= 0 || !double.IsFinite(total) || box.Area <= 0)
        {
            return boxes;
        }

        var areas = values.Select(value => Math.Max(0, value) / total * box.Area).ToArray();
        for (var at = 0; at < areas.Length;)
        {
            var side = Math.Min(box.Width, box.Height);
            var (count, sum) = (1, areas[at]);
            var worst = Worst(areas, at, count, sum, side);
            while (at + count < areas.Length && Worst(areas, at, count + 1, sum + areas[at + count], side) is var next && next <= worst)
            {
                worst = next;
                sum += areas[at + count];
                count++;
            }

            box = Row(areas.AsSpan(at, count), sum, box, boxes.AsSpan(at, count));
            at += count;
        }

        return boxes;
    }

    private static double Worst(double[] areas, int from, int count, double sum, double side)
    {
        if (sum <= 0 || side <= 0)
        {
            return double.PositiveInfinity;
        }

        var thickness = sum / side;
        var worst = 1.0;
        for (var at = from; at < from + count; at++)
        {
            var length = areas[at] / thickness;
            worst = Math.Max(worst, length <= 0 ? double.PositiveInfinity : Math.Max(length / thickness, thickness / length));
        }

        return worst;
    }

    private static TreemapBox Row(ReadOnlySpan<double> areas, double sum, TreemapBox box, Span<TreemapBox> boxes)
    {
        var isColumn = box.Width >= box.Height;
        var side = isColumn ? box.Height : box.Width;
        var thickness = side <= 0 ? 0 : Math.Min(sum / side, isColumn ? box.Width : box.Height);
        var along = 0.0;
        for (var at = 0; at < areas.Length; at++)
        {
            var length = thickness <= 0 ? 0 : Math.Min(areas[at] / thickness, Math.Max(0, side - along));
            boxes[at] = isColumn ? new TreemapBox(box.X, box.Y + along, thickness, length) : new TreemapBox(box.X + along, box.Y, length, thickness);
            along += length;
        }

        return isColumn
            ? new TreemapBox(box.X + thickness, box.Y, Math.Max(0, box.Width - thickness), box.Height)
            : new TreemapBox(box.X, box.Y + thickness, box.Width, Math.Max(0, box.Height - thickness));
    }
}
