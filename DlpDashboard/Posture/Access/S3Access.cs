namespace DlpDashboard.Posture.Access;

/// <summary>Judges an S3 bucket: its policy, access control list, object ownership and blocks of public access together.</summary>
internal sealed class S3Access
{
    private static readonly (string Access, bool IsOfObjects, string Action)[] Actions =
    [
        ("list", false, "s3:ListBucket"), ("list", false, "s3:ListBucketVersions"),
        ("read", true, "s3:GetObject"), ("read", true, "s3:GetObjectVersion"),
        ("write", true, "s3:PutObject"), ("write", true, "s3:DeleteObject"), ("write", true, "s3:DeleteObjectVersion"), ("write", true, "s3:PutObjectAcl"),
        ("write", false, "s3:PutBucketPolicy"), ("write", false, "s3:DeleteBucketPolicy"), ("write", false, "s3:PutBucketAcl"), ("write", false, "s3:DeleteBucket"),
    ];

    private const int MostResources = 500;

    private readonly S3Bucket _bucket;
    private readonly DateTimeOffset _now;
    private readonly IReadOnlyList<AccessStatement> _statements;
    private readonly List<AccessStatement> _public;
    private readonly List<AccessReason> _reasons = [];
    private readonly List<AccessReason> _unknown = [];
    private readonly SortedSet<string> _anonymous = new(StringComparer.Ordinal);
    private bool _hasMoreResources;

    private S3Access(S3Bucket bucket, DateTimeOffset now)
    {
        (_bucket, _now) = (bucket, now);
        _statements = bucket.Policy is { } policy ? PolicyReader.Read(policy) : [];
        _public = [.. _statements.Where(statement => statement.IsUnderstood && PublicStatus.IsPublic(statement))];
    }

    /// <summary>The verdict.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="now">The time, for conditions on it.</param>
    public static AccessVerdict Judge(S3Bucket bucket, DateTimeOffset now) => new S3Access(bucket, now).Judge();

    private AccessVerdict Judge()
    {
        foreach (var statement in _statements)
        {
            _unknown.AddRange(statement.NotUnderstood.Select(sentence => Reason(statement, $"{Capital(statement.Name)} is not understood, so what it {(statement.IsDeny ? "denies" : "allows")} is not known. {sentence}")));
        }

        ExplainStatus();
        var isRestricted = _bucket.Blocks.RestrictPublicBuckets && _public.Count > 0;
        if (isRestricted)
        {
            _reasons.Add(new AccessReason("publicAccessBlock", "The block of public access restricts public buckets: a public policy lets in nobody but the own account and services."));
        }
        else
        {
            JudgePolicy();
        }

        var isPublicByAcl = JudgeAcl();
        var others = isRestricted ? [] : CrossAccounts.Of(_statements, _bucket.AccountId, _reasons);
        return new AccessVerdict(_public.Count > 0 || isPublicByAcl, [.. _anonymous], others, _reasons, _unknown);
    }

    private void ExplainStatus()
    {
        foreach (var statement in _public)
        {
            var whom = statement.Principals.IsOthers ? "everybody but some" : "everybody";
            _reasons.Add(Reason(statement, $"{Capital(statement.Name)} allows {whom} {Listed(statement.Actions)}, and no condition keeps it to fixed accounts, networks or organisations: the provider calls the policy public."));
        }

        foreach (var statement in _statements.Where(statement => statement is { IsDeny: false, IsUnderstood: true } && statement.Principals.TakesAnonymous && !_public.Contains(statement)))
        {
            var keeping = statement.Conditions.FirstOrDefault(PublicStatus.IsFixed);
            _reasons.Add(Reason(statement, keeping is null
                ? $"{Capital(statement.Name)} is for everybody, but grants nothing that the provider calls public."
                : $"{Capital(statement.Name)} names everybody, but its condition on {keeping.Key} keeps it to fixed values."));
        }
    }

    private void JudgePolicy()
    {
        var search = new AnonymousSearch(_statements, _bucket.AccountId, _now);
        foreach (var (access, isOfObjects, action) in Actions.Where(one => !_anonymous.Contains(one.Access)))
        {
            var resources = Resources(isOfObjects);
            if (_anonymous.Contains(access))
            {
                continue;
            }

            if (search.Find(action, resources) is { } allowing)
            {
                _anonymous.Add(access);
                _reasons.Add(Reason(allowing, $"{Capital(allowing.Name)} lets an unsigned request {Verb(access)} ({action}), and nothing denies it."));
            }
            else if (_public.Exists(statement => statement.Actions.Takes(action)) && search.Obstacle(action, resources) is { } obstacle)
            {
                _reasons.Add(Reason(obstacle, $"{Capital(obstacle.Name)} denies what an unsigned request would need for {action}."));
            }
        }

        if (search.WasCut || _hasMoreResources)
        {
            _unknown.Add(new AccessReason("policy", "Its conditions can be met in more ways than are tried: an unsigned request may be let through that was not found."));
        }
    }

    private bool JudgeAcl()
    {
        var grants = _bucket.Grants.Where(grant => grant.IsAllUsers || grant.IsAuthenticatedUsers).ToList();
        if (grants.Count == 0)
        {
            return false;
        }

        if (!_bucket.HasAcls || _bucket.Blocks.IgnorePublicAcls)
        {
            _reasons.Add(_bucket.HasAcls
                ? new AccessReason("publicAccessBlock", "The block of public access ignores public access control lists: the bucket's grants to everybody count for nothing.")
                : new AccessReason("ownership", "The bucket's owner is enforced as the owner of objects: access control lists are off, and the grants to everybody count for nothing."));
            return false;
        }

        foreach (var grant in grants)
        {
            _reasons.Add(new AccessReason("acl", $"The access control list grants {grant.Permission} to {(grant.IsAllUsers ? "everybody" : "everybody who has any account")}."));
        }

        foreach (var (access, action) in grants.Where(grant => grant.IsAllUsers).SelectMany(grant => OfGrant(grant.Permission)).Where(pair => !_anonymous.Contains(pair.Access)).ToList())
        {
            var asStatement = new AccessStatement(0, null, false, new PrincipalList(false, true, []), new PatternList(false, [action], true), new PatternList(false, ["*"], false), [], []);
            if (new AnonymousSearch([asStatement, .. _statements.Where(statement => statement.IsDeny)], _bucket.AccountId, _now).Find(action, Resources(action.Contains("Object", StringComparison.Ordinal))) is not null)
            {
                _anonymous.Add(access);
            }
        }

        return true;
    }

    private static IEnumerable<(string Access, string Action)> OfGrant(string permission) => permission.ToUpperInvariant() switch
    {
        "READ" => [("list", "s3:ListBucket")],
        "WRITE" => [("write", "s3:PutObject")],
        "WRITE_ACP" => [("write", "s3:PutBucketAcl")],
        "FULL_CONTROL" => [("list", "s3:ListBucket"), ("write", "s3:PutObject")],
        _ => [],
    };

    // An example of each resource that statements for everybody name, and of the bucket itself.
    private List<string> Resources(bool ofObjects)
    {
        var bucket = $"arn:aws:s3:::{(_bucket.Bucket.Length > 0 ? _bucket.Bucket : "bucket")}";
        var named = _statements.Where(statement => statement.Principals.TakesAnonymous).SelectMany(statement => statement.Resources.Patterns)
            .Select(Wildcard.Example).Where(example => example.StartsWith("arn:", StringComparison.Ordinal));
        var all = named.SelectMany(example => example.Contains('/', StringComparison.Ordinal)
            ? ofObjects ? new[] { example.EndsWith('/') ? $"{example}x" : example } : []
            : ofObjects ? [$"{example}/x"] : [example]);
        var tried = all.Prepend(ofObjects ? $"{bucket}/x" : bucket).Distinct(StringComparer.Ordinal).Take(MostResources + 1).ToList();
        _hasMoreResources |= tried.Count > MostResources;
        return tried;
    }

    private static AccessReason Reason(AccessStatement statement, string text) => new(statement.Place.ToString(System.Globalization.CultureInfo.InvariantCulture), text);

    private static string Capital(string name) => $"{char.ToUpperInvariant(name[0])}{name[1..]}";

    private static string Listed(PatternList actions) => (actions.IsOthers ? "all but " : "") + string.Join(", ", actions.Patterns.Take(4)) + (actions.Patterns.Count > 4 ? " and more" : "");

    private static string Verb(string access) => access switch { "list" => "list its objects", "read" => "read its objects", _ => "change it" };
}
