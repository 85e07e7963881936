namespace DlpDashboard.Posture.Access;

/// <summary>
/// What an unsigned request's context holds (AWS global condition keys; Amazon S3 condition keys): nothing of a principal, of a calling service or of a sign-in; the transport, headers and
/// parameters are the requester's choice.
/// </summary>
internal static class RequestKeys
{
    private const string Nobodys = "x";

    private static readonly HashSet<string> Missing = new(StringComparer.Ordinal)
    {
        "aws:username", "aws:sourcearn", "aws:sourceaccount", "aws:sourceowner", "aws:sourceorgid", "aws:sourceorgpaths", "aws:tokenissuetime", "aws:federatedprovider", "aws:sourceidentity",
        "aws:calledvia", "aws:calledviafirst", "aws:calledvialast", "aws:rolesessionname", "s3:dataaccesspointarn", "s3:dataaccesspointaccount", "s3:accesspointnetworkorigin", "s3:authtype",
        "s3:signatureversion", "s3:signatureage", "s3:x-amz-content-sha256", "aws:tagkeys", "aws:ec2instancesourcevpc", "aws:ec2instancesourceprivateipv4", "aws:vpcsourceip", "aws:chatbotsourcearn",
        "aws:sourcevpcarn", "aws:vpceaccount", "aws:vpceorgid", "aws:vpceorgpaths",
    };

    private static readonly Dictionary<string, string[]> Certain = new(StringComparer.Ordinal)
    {
        ["aws:principaltype"] = ["Anonymous"],
        ["aws:userid"] = ["anonymous"],
        ["aws:principalisawsservice"] = ["false"],
        ["aws:viaawsservice"] = ["false"],
    };

    private static readonly string[] MissingFamilies = ["aws:principal", "aws:multifactorauth", "aws:federated", "sts:", "saml:", "cognito-identity.", "accounts.google.com", "graph.facebook.com", "aws:assumedroot", "iam:"];

    private static readonly string[] Chosen = ["s3:", "aws:referer", "aws:useragent", "aws:requestedregion", "aws:requesttag/", "aws:resourcetag/", "aws:resourceorgid", "aws:resourceorgpaths"];

    /// <summary>Whether anything is known of a key.</summary>
    public static bool IsKnown(string key) =>
        Certain.ContainsKey(key) || IsMissing(key) || Array.Exists(Chosen, start => key.StartsWith(start, StringComparison.Ordinal))
        || key is "aws:sourceip" or "aws:securetransport" or "aws:currenttime" or "aws:epochtime" or "aws:sourcevpc" or "aws:sourcevpce" or "aws:resourceaccount";

    /// <summary>The values a requester may try for a key, null standing for a request without it.</summary>
    /// <param name="key">The key, in lower case.</param>
    /// <param name="wanted">What conditions on it compare it with.</param>
    /// <param name="account">The bucket's account.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<string[]?> Choices(string key, IReadOnlyList<string> wanted, string account, DateTimeOffset now)
    {
        if (Certain.TryGetValue(key, out var certain))
        {
            return [certain];
        }

        if (key is "aws:resourceaccount" or "s3:resourceaccount")
        {
            return [[account]];
        }

        return key switch
        {
            "aws:securetransport" => [["true"], ["false"]],
            "aws:currenttime" => [[now.ToString("O", System.Globalization.CultureInfo.InvariantCulture)]],
            "aws:epochtime" => [[now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)]],
            "aws:sourceip" => Addresses(wanted),

            // A network of the requester's own has an id that nobody else's is.
            "aws:sourcevpc" or "aws:sourcevpce" => [null, [key == "aws:sourcevpc" ? "vpc-0123456789abcdef0" : "vpce-0123456789abcdef0"]],
            "s3:tlsversion" => [["1.0"], ["1.2"], ["1.3"]],
            _ when IsMissing(key) => [null],
            _ => [null, [Nobodys], .. wanted.Select(value => new[] { Wildcard.Example(value) })],
        };
    }

    private static bool IsMissing(string key) => !Certain.ContainsKey(key) && (Missing.Contains(key) || Array.Exists(MissingFamilies, start => key.StartsWith(start, StringComparison.Ordinal)));

    // One address of each range that holds strangers, and one that is in no narrow range.
    private static List<string[]?> Addresses(IReadOnlyList<string> wanted)
    {
        var ranges = wanted.Where(value => AddressRange.TryParse(value, out _)).Select(value => AddressRange.TryParse(value, out var range) ? range : default).ToList();
        string[] anywhere = ["198.18.7.9", "1.2.3.4", "45.77.1.2", "203.0.113.77", "2a00:1450:4001:81b::200e"];
        var outside = anywhere.Where(address => !ranges.Exists(range => !range.IsBroad && range.Contains(System.Net.IPAddress.Parse(address))));
        return [.. outside.Take(2).Concat(ranges.Where(range => range.IsBroad).SelectMany(Within)).Distinct(StringComparer.Ordinal).Select(address => new[] { address })];
    }

    private static IEnumerable<string> Within(AddressRange range)
    {
        var bytes = range.Start.GetAddressBytes();
        bytes[^1] = 77;
        bytes[^2] = 7;
        return range.Contains(new System.Net.IPAddress(bytes)) ? [new System.Net.IPAddress(bytes).ToString()] : [range.Start.ToString()];
    }
}
