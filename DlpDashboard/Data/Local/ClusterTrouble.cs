namespace DlpDashboard.Data.Local;

/// <summary>Turns what PostgreSQL's programs wrote into a sentence for the operator.</summary>
internal static class ClusterTrouble
{
    public static string Sentence(string output, string folder)
    {
        bool Says(string text) => output.Contains(text, StringComparison.OrdinalIgnoreCase);

        if (Says("No space left on device") || Says("Disk quota exceeded"))
        {
            return $"The disk of {folder} is full. Make room on it and start again; nothing that was saved is lost.";
        }

        if (Says("Permission denied") || Says("wrong ownership") || Says("must be started by the user that owns"))
        {
            return $"The database in {folder} may not be read by the user it runs as. Give the folder back to the user that made it, or set DLP__Data__Folder to another folder.";
        }

        if (Says("incompatible with server") || Says("was initialized by PostgreSQL version"))
        {
            return $"The database in {folder} was made by another major version of PostgreSQL than the one installed. Install the version that made it beside the new one and start again.";
        }

        if (Says("could not map anonymous shared memory") || Says("could not resize shared memory") || Says("Cannot allocate memory"))
        {
            return "The machine has too little free memory for the database (about 200 MB). Free some and start again.";
        }

        if (Says("Read-only file system"))
        {
            return $"The folder {folder} is on a read-only file system. Set DLP__Data__Folder to a folder that can be written.";
        }

        return $"The database in {folder} does not start; it may be damaged. Its log is {folder}/postgres/server.log. Restore the folder from a backup, or move it away to begin with an empty database.";
    }
}
