namespace DlpDashboard.Data.Dialects;

/// <summary>
/// The one seam for what PostgreSQL and SQL Server say differently. Everything that takes a context works on its connection and inside its transaction, if it has one;
/// rows are written as the model maps them (columns, value converters) and are not tracked.
/// </summary>
public interface IDatabaseDialect
{
    /// <summary>Adds new rows by COPY or bulk copy. All or none; a key that exists already is a unique violation.</summary>
    /// <param name="db">Whose connection and transaction.</param>
    /// <param name="rows">Entities of one mapped type without shadow properties; identity columns are left to the database. Batches of 1,000 to 10,000 are the best.</param>
    /// <param name="cancellationToken">Ends the wait; what is not committed is gone.</param>
    Task InsertAsync<T>(DlpDbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class;

    /// <summary>
    /// Adds rows, or changes those whose key exists, as <paramref name="plan"/> says (null: by primary key, every other column is set). Rows are locked in key order, so that two
    /// writers of the same rows wait for each other and do not deadlock. A key that comes more than once in a batch is applied in the order given. Opens a transaction if there is none.
    /// </summary>
    Task UpsertAsync<T>(DlpDbContext db, IReadOnlyList<T> rows, UpsertPlan<T>? plan, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Adds rows, or writes all their columns over the row with the same primary key.</summary>
    Task UpsertAsync<T>(DlpDbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class => UpsertAsync(db, rows, null, cancellationToken);

    /// <summary>Adds counters: every column but the primary key is a number and is added to the existing one.</summary>
    Task AddAsync<T>(DlpDbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class => UpsertAsync(db, rows, UpsertPlan<T>.AddAll, cancellationToken);

    /// <summary>Reads one row by its primary key (values in the key's order), tracked and locked against other writers until the transaction ends; null where there is none.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    Task<T?> LockRowAsync<T>(DlpDbContext db, object[] key, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Waits for the lock of this name and holds it to the end of the context's transaction, across all apps on this database.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    Task LockAsync(DlpDbContext db, string name, CancellationToken cancellationToken);

    /// <summary>Waits for the lock of this name and holds it on a connection of its own until it is disposed; it goes with the process.</summary>
    Task<IAsyncDisposable> HoldAsync(string name, CancellationToken cancellationToken);

    /// <summary>The same without waiting: null where somebody else holds it.</summary>
    Task<IAsyncDisposable?> TryHoldAsync(string name, CancellationToken cancellationToken);

    /// <summary>Whether a failure, or one it was caused by, says that a unique key exists already.</summary>
    bool IsUniqueViolation(Exception failure);

    /// <summary>Whether what failed may be tried again. After a <see cref="DatabaseFault.Passing"/> fault nobody knows whether a commit under way came in.</summary>
    DatabaseFault FaultOf(Exception failure);
}
