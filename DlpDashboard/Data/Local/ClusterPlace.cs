using System.Security.Cryptography;
using System.Text;

namespace DlpDashboard.Data.Local;

/// <summary>Where the private server's files are.</summary>
/// <param name="Home">Holds the folders below; the data folder, or a folder of the system where the server's user cannot enter that.</param>
/// <param name="Sockets">The folder of the socket: only the server's user may enter it.</param>
internal sealed record ClusterPlace(string Home, string Sockets)
{
    /// <summary>Used by root only, when the data folder lies where the user <c>postgres</c> may not go, such as below <c>/root</c>.</summary>
    public const string SystemHome = "/var/lib/dlp-dashboard";

    /// <summary>Bytes in a socket's path: <c>sun_path</c> of unix(7) without its closing zero.</summary>
    public const int LongestSocketPath = 107;

    /// <summary>The folder of a cluster being made; a leftover of a start that was cut short may be deleted.</summary>
    public const string NewName = "postgres.new";

    private const string SocketName = "/.s.PGSQL.5432";

    /// <summary>The cluster's folder below <see cref="Home"/>.</summary>
    public string Name { get; init; } = "postgres";

    /// <summary>The cluster.</summary>
    public string Cluster => Path.Combine(Home, Name);

    /// <summary>A cluster being made.</summary>
    public string NewCluster => Path.Combine(Home, NewName);

    /// <summary>The former cluster after a move to a new major version.</summary>
    public string OldCluster => Path.Combine(Home, "postgres.old");

    public string Log => Path.Combine(Cluster, "server.log");

    public string PidFile => Path.Combine(Cluster, "postmaster.pid");

    public string VersionFile => Path.Combine(Cluster, "PG_VERSION");

    /// <summary>Finds the place for a data folder and makes what is missing.</summary>
    public static ClusterPlace Prepare(string dataFolder, ServerUser user)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataFolder)))[..16];
        var home = dataFolder;
        if (!user.MayEnter(dataFolder))
        {
            home = Path.Combine(SystemHome, hash);
            Directory.CreateDirectory(home, (UnixFileMode)0b111_001_001);
        }

        var sockets = Path.Combine(home, "run");
        if (!FitsSocket(sockets))
        {
            var temporary = Path.TrimEndingDirectorySeparator(Path.GetTempPath());
            sockets = Path.Combine(FitsSocket(Path.Combine(temporary, "dlp-" + hash)) && user.MayEnter(temporary) ? temporary : "/tmp", "dlp-" + hash);
        }

        OwnSocketFolder(sockets, user);
        return new ClusterPlace(home, sockets);
    }

    private static bool FitsSocket(string folder) => Encoding.UTF8.GetByteCount(folder + SocketName) <= LongestSocketPath;

    private static void OwnSocketFolder(string path, ServerUser user)
    {
        if (FileOwner.Of(path) is not { } owner)
        {
            user.MakeOwnFolder(path);
        }
        else if (!owner.IsFolder || owner.Uid != user.Uid || owner.Permissions != 0b111_000_000)
        {
            throw new StartRefusedException($"{path} is needed for the database's socket, but it is not a folder that only the user {user.Name ?? Environment.UserName} may enter. Remove it and start again.");
        }
    }
}
