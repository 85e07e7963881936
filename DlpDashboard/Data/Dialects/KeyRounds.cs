namespace DlpDashboard.Data.Dialects;

/// <summary>
/// One statement may change a row only once (PostgreSQL 21000, SQL Server 8672). Rows whose key comes again are put into later rounds, in the order given; usually there is one round.
/// </summary>
internal static class KeyRounds
{
    public static IReadOnlyList<IReadOnlyList<T>> Of<T>(IReadOnlyList<T> rows, IReadOnlyList<EntityColumn> key)
        where T : class
    {
        var seen = new Dictionary<object, int>(rows.Count);
        List<List<T>>? later = null;
        List<T>? first = null;
        for (var i = 0; i < rows.Count; i++)
        {
            var id = KeyOf(rows[i], key);
            var round = seen.GetValueOrDefault(id, -1) + 1;
            seen[id] = round;
            if (round > 0)
            {
                first ??= rows.Take(i).ToList();
                later ??= [];
                while (later.Count < round)
                {
                    later.Add([]);
                }

                later[round - 1].Add(rows[i]);
            }
            else
            {
                first?.Add(rows[i]);
            }
        }

        return later is null ? [rows] : [first!, .. later];
    }

    private static object KeyOf<T>(T row, IReadOnlyList<EntityColumn> key)
        where T : class => key.Count switch
        {
            1 => key[0].ValueOf(row) ?? DBNull.Value,
            2 => (key[0].ValueOf(row), key[1].ValueOf(row)),
            3 => (key[0].ValueOf(row), key[1].ValueOf(row), key[2].ValueOf(row)),
            _ => new KeyValues(key.Select(column => column.ValueOf(row)).ToArray()),
        };

    private sealed class KeyValues(object?[] values) : IEquatable<KeyValues>
    {
        private readonly object?[] _values = values;

        public bool Equals(KeyValues? other) => other is not null && _values.AsSpan().SequenceEqual(other._values);

        public override bool Equals(object? obj) => Equals(obj as KeyValues);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var value in _values)
            {
                hash.Add(value);
            }

            return hash.ToHashCode();
        }
    }
}
