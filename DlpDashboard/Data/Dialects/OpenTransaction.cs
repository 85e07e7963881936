namespace DlpDashboard.Data.Dialects;

/// <summary>Locks that end with a transaction need one.</summary>
internal static class OpenTransaction
{
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public static void Demand(DlpDbContext db)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A lock needs a transaction to end with.");
        }
    }
}
