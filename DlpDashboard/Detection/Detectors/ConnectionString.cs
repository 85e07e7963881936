using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>
/// Connection strings that hold a password: URIs of databases and queues (<c>postgres://user:password@host</c>), and lists of <c>key=value;</c> with a server and a
/// password or shared key. The value is the whole string; what is inside (password, address) is part of it.
/// </summary>
internal sealed class ConnectionString : DetectorRule
{
    public override Detector Describe() => new()
    {
        Id = "connection-string",
        Name = "Connection string with password",
        Category = "secret",
        Region = "world",
        Validation = "known scheme or keys, a password that is no placeholder",
        LikelihoodWithoutContext = Likelihood.VeryLikely,
        DefaultSeverity = Severity.Critical,
        ContextWords = ["connection string", "connectionstring", "database url", "db url", "dsn", "jdbc", "database", "datasource", "conn str"],
        Claim = Claim.Container,
        Mask = MaskStyle.Nothing,
        TrueSamples =
        [
            "postgres://app:" + "s3cr9tPw@db.shop.internal:5432/shop", "DATABASE_URL=mysql://root:" + "Tr0ub4dor@10.0.0.5/x", "mongodb+srv://u:" + "p9x2kk1@cluster0.mongodb.net/?w=1",
            "\"Server=tcp:sql1,1433;Database=shop;User Id=sa;" + "Password=Zx9!kk2w;Encrypt=True\"", "Data Source=db1;Initial Catalog=x;uid=app;" + "pwd=Qw3rty!77",
            "Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=Root;" + "SharedAccessKey=h7Qx2kZpR9vLmT4bYcW8nJd6sFgA1uEoKiHyXqAbCdE=", "redis://:" + "9fK2mQx7@cache:6379",
        ],
        FalseSamples =
        [
            "https://github.com/a/b", "postgres://localhost/shop", "postgres://user@host/db", "postgres://user:${DB_PASSWORD}@host/db", "Server=db1;Database=shop;Integrated Security=true",
            "Server=db1;Password=;Database=x", "http://user:pw@host/",
        ],
    };

    public override IReadOnlyList<string> Fingerprints =>
    [
        @"[a-z]|://[^\s/]".Replace("\\s", " ", StringComparison.Ordinal), @"(?i)\W|server=", @"(?i)\W|data source=", @"(?i)\W|host=", @"(?i)\W|endpoint=sb:",
    ];

    public override int Ahead => 1024 + ContextAfter + 64;

    public override bool Verify(ref Candidate candidate)
    {
        if (candidate.Anchor < candidate.ReadTo)
        {
            return false;
        }

        var isUri = candidate.At(candidate.Anchor) == (byte)':';
        var read = isUri ? ConnectionReader.Uri(candidate.Text, candidate.Anchor) : ConnectionReader.Pairs(candidate.Text, candidate.Anchor);
        candidate.Work += 16;
        if (read.End <= candidate.Anchor)
        {
            return false;
        }

        candidate.ReadTo = read.End;
        candidate.Work += read.End - read.Start;
        var secret = candidate.Slice(read.SecretStart, read.SecretEnd);
        if (secret.Length < 3 || IsStandIn(secret))
        {
            return false;
        }

        return read.IsLocal ? candidate.Accept(read.Start, read.End, 0.65, 0.75, ReasonFlags.Structure)
            : candidate.Accept(read.Start, read.End, 0.9, 0.95, ReasonFlags.Structure);
    }

    private static bool IsStandIn(ReadOnlySpan<byte> secret) =>
        secret[0] is (byte)'$' or (byte)'<' or (byte)'{' or (byte)'%' or (byte)'*' or (byte)'[' || secret.IndexOfAnyExcept(secret[0]) < 0
        || (secret.Length == 8 && Ascii.StartsWithAnyCase(secret, "password"u8)) || Ascii.StartsWithAnyCase(secret, "your"u8) || Ascii.StartsWithAnyCase(secret, "changeme"u8);
}
