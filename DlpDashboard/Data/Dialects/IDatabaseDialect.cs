namespace DlpDashboard.Data.Dialects;

/// <summary>
/// What the two databases do in different words; everything else goes through EF. Columns, names and conversions come from the model.
/// All of it runs inside the context's open transaction where there is one.
/// </summary>
public interface IDatabaseDialect
{
    /// <summary>Inserts many rows at once (COPY, bulk copy). A key that is there already is an error.</summary>
    Task InsertAsync<T>(DlpDbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Inserts rows, or writes all their columns over the row with the same primary key. No key may appear twice in <paramref name="rows"/>.</summary>
    Task UpsertAsync<T>(DlpDbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class;

    /// <summary>
    /// Inserts counters, or adds to those with the same primary key: every other column is a number and is added up. Rows must come in one order
    /// everywhere, so that two writers never wait for each other in a ring.
    /// </summary>
    Task AddAsync<T>(DlpDbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Waits for the lock of this name and holds it to the end of the transaction, across all nodes.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    Task LockAsync(DlpDbContext db, string name, CancellationToken cancellationToken);

    /// <summary>Whether a failure to save came from a unique index: somebody else was faster.</summary>
    bool IsUniqueViolation(Exception exception);
}
