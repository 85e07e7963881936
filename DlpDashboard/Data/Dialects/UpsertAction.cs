namespace DlpDashboard.Data.Dialects;

/// <summary>What an upsert does with a column of a row that exists already.</summary>
public enum UpsertAction
{
    /// <summary>Takes the new value.</summary>
    Set,

    /// <summary>Leaves the existing value.</summary>
    Keep,

    /// <summary>Adds the new value to the existing one.</summary>
    Add,

    /// <summary>Takes the greater one.</summary>
    Greatest,

    /// <summary>Takes the lesser one.</summary>
    Least,
}
