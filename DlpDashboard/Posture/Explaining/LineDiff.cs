namespace DlpDashboard.Posture.Explaining;

/// <summary>
/// What changed between two texts of lines: the shortest list of lines taken away and added (Myers, "An O(ND) Difference Algorithm", 1986), after equal lines
/// at both ends are set aside. Texts that differ in more than <see cref="MaxChanges"/> lines are shown as replaced as a whole: still right, only not the shortest.
/// </summary>
internal static class LineDiff
{
    /// <summary>Most changed lines that are looked for.</summary>
    public const int MaxChanges = 600;

    /// <summary>All lines of both, in order.</summary>
    public static IReadOnlyList<DiffLine> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        var lines = new List<DiffLine>(before.Count + after.Count);
        lines.AddRange(before.Take(start).Select(line => new DiffLine(DiffKind.Same, line)));
        lines.AddRange(Middle([.. before.Skip(start).Take(before.Count - start - end)], [.. after.Skip(start).Take(after.Count - start - end)]));
        lines.AddRange(before.Skip(before.Count - end).Select(line => new DiffLine(DiffKind.Same, line)));
        return lines;
    }

    /// <summary>The same with long stretches of equal lines folded: some lines around each change stay, and one line stands for what is left out.</summary>
    public static IReadOnlyList<DiffLine> Folded(IReadOnlyList<DiffLine> lines, int around = 3)
    {
        var near = new bool[lines.Count];
        foreach (var (at, _) in lines.Index().Where(pair => pair.Item.Kind != DiffKind.Same))
        {
            Array.Fill(near, true, Math.Max(0, at - around), Math.Min(lines.Count, at + around + 1) - Math.Max(0, at - around));
        }

        var folded = new List<DiffLine>();
        for (var at = 0; at < lines.Count;)
        {
            if (near[at])
            {
                folded.Add(lines[at++]);
                continue;
            }

            var from = at;
            while (at < lines.Count && !near[at])
            {
                at++;
            }

            folded.Add(new DiffLine(DiffKind.Folded, $"{at - from} lines as before"));
        }

        return folded;
    }

    private static List<DiffLine> Middle(string[] before, string[] after)
    {
        if (before.Length == 0 || after.Length == 0 || Trace(before, after) is not { } trace)
        {
            return [.. before.Select(line => new DiffLine(DiffKind.Gone, line)), .. after.Select(line => new DiffLine(DiffKind.New, line))];
        }

        // Backwards along the furthest reaching paths.
        var lines = new List<DiffLine>();
        var (x, y) = (before.Length, after.Length);
        for (var d = trace.Count - 1; d >= 0; d--)
        {
            var reach = trace[d];
            var k = x - y;
            var isDown = k == -d || (k != d && reach[d + k - 1 + 1] < reach[d + k + 1 + 1]);
            var former = isDown ? k + 1 : k - 1;
            var formerX = reach[d + former + 1];
            var formerY = formerX - former;
            for (; x > formerX && y > formerY && x > 0 && y > 0; x--, y--)
            {
                lines.Add(new DiffLine(DiffKind.Same, before[x - 1]));
            }

            if (d > 0)
            {
                lines.Add(isDown ? new DiffLine(DiffKind.New, after[formerY]) : new DiffLine(DiffKind.Gone, before[formerX]));
                (x, y) = (formerX, formerY);
            }
        }

        lines.Reverse();
        return lines;
    }

    // For each number of changes how far each diagonal reached before; index = d + diagonal + 1. Null where there are too many changes.
    private static List<int[]>? Trace(string[] before, string[] after)
    {
        var most = Math.Min(MaxChanges, before.Length + after.Length);
        var reach = new int[(2 * most) + 3];
        var trace = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            trace.Add(reach[(most - d)..(most + d + 3)]);
            for (var k = -d; k <= d; k += 2)
            {
                var at = most + k + 1;
                var x = k == -d || (k != d && reach[at - 1] < reach[at + 1]) ? reach[at + 1] : reach[at - 1] + 1;
                while (x < before.Length && x - k < after.Length && before[x] == after[x - k])
                {
                    x++;
                }

                reach[at] = x;
                if (x >= before.Length && x - k >= after.Length)
                {
                    return trace;
                }
            }
        }

        return null;
    }
}
