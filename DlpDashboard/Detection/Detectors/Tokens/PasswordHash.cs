using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Hashes of passwords as systems keep them: bcrypt, the crypt family of shadow files, Argon2, phpass, and those of directories and frameworks.</summary>
internal sealed class PasswordHash() : TokenRule(
    @"$2[abxy]$[01][0-9]$[./A-Za-z0-9]{53}",
    @"$6$[./A-Za-z0-9]{1,16}$[./A-Za-z0-9]{86}",
    @"$6$rounds=[0-9]{4,9}$[./A-Za-z0-9]{1,16}$[./A-Za-z0-9]{86}",
    @"$5$[./A-Za-z0-9]{1,16}$[./A-Za-z0-9]{43}",
    @"$1$[./A-Za-z0-9]{1,8}$[./A-Za-z0-9]{22}",
    @"$y$[./A-Za-z0-9]{2,6}$[./A-Za-z0-9]{8,86}$[./A-Za-z0-9]{43}",
    @"$argon2id$v=19$m=[0-9]{1,9},t=[0-9]{1,4},p=[0-9]{1,3}$[+/A-Za-z0-9]{11,64}$[+/A-Za-z0-9]{22,86}",
    @"$argon2i$v=19$m=[0-9]{1,9},t=[0-9]{1,4},p=[0-9]{1,3}$[+/A-Za-z0-9]{11,64}$[+/A-Za-z0-9]{22,86}",
    @"$[PH]$[./A-Za-z0-9]{31}",
    @"pbkdf2_sha256$[0-9]{4,8}$[\w]{8,64}$[+/A-Za-z0-9]{43}=")
{
    protected override double LeastEntropy => 2.5;

    public override Detector Describe() => Token("password-hash", "Hash of a password", "crypt(5); RFC 9106; bcrypt, phpass and Django documentation", "password", "hash", "shadow", "passwd", "bcrypt");
}
