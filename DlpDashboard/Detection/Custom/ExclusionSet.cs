using System.Buffers.Binary;
using System.IO.Enumeration;
using System.Text;
using System.Text.RegularExpressions;

namespace DlpDashboard.Detection.Custom;

/// <summary>An organisation's exclusion rules, prepared. Immutable; <see cref="PathsOf"/> is asked once an object.</summary>
internal sealed class ExclusionSet
{
    private readonly Dictionary<UInt128, List<Exclusion>> _values = [];
    private readonly (Exclusion Rule, Regex Regex)[] _patterns;
    private readonly Exclusion[] _paths;
    private readonly ReadOnlyMemory<byte> _key;

    public ExclusionSet(IReadOnlyList<Exclusion> rules, ReadOnlyMemory<byte> key)
    {
        _key = key;
        _paths = [.. rules.Where(rule => rule.Kind == ExclusionKind.Path)];
        _patterns = [.. rules.Where(rule => rule.Kind == ExclusionKind.ValuePattern).Select(rule => (rule, Whole(rule.Pattern)))];
        foreach (var rule in rules.Where(rule => rule.Kind == ExclusionKind.Value && rule.Hash.Length == ValueHash.Length))
        {
            var hash = BinaryPrimitives.ReadUInt128BigEndian(rule.Hash.Span);
            if (!_values.TryGetValue(hash, out var same))
            {
                _values.Add(hash, same = []);
            }

            same.Add(rule);
        }
    }

    /// <summary>Whether there is no rule.</summary>
    public bool IsEmpty => _values.Count + _patterns.Length + _paths.Length == 0;

    /// <summary>The rules that an object's key meets. A glob without a slash is held against the last part of the key, one with a slash against the whole.</summary>
    public Exclusion[] PathsOf(string key) => _paths.Length == 0 ? [] : Array.FindAll(_paths, rule => FitsPath(rule.Pattern, key));

    /// <summary>Whether a value is left out by what it is.</summary>
    public bool HasValue(Detector detector, ReadOnlySpan<byte> value)
    {
        if (_values.Count > 0
            && _values.TryGetValue(BinaryPrimitives.ReadUInt128BigEndian(ExcludedValue.HashOf(value, _key.Span)), out var rules)
            && rules.Exists(rule => IsFor(rule, detector)))
        {
            return true;
        }

        return _patterns.Length > 0 && FitsPattern(detector, value);
    }

    /// <summary>Whether a rule is for a detector's values.</summary>
    public static bool IsFor(Exclusion rule, Detector detector) => rule.Detectors.Count == 0 || rule.Detectors.Contains(detector.Id);

    private static bool FitsPath(string glob, string key) =>
        FileSystemName.MatchesSimpleExpression(glob, glob.Contains('/', StringComparison.Ordinal) ? key : key.AsSpan(key.LastIndexOf('/') + 1), ignoreCase: true);

    private static Regex Whole(string pattern) =>
        new($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Regex.InfiniteMatchTimeout);

    private bool FitsPattern(Detector detector, ReadOnlySpan<byte> value)
    {
        Span<char> characters = stackalloc char[PatternMatcher.LongestValue];
        var length = Encoding.UTF8.GetCharCount(value) <= characters.Length ? Encoding.UTF8.GetChars(value, characters) : -1;
        foreach (var (rule, regex) in _patterns)
        {
            if (length >= 0 && IsFor(rule, detector) && regex.IsMatch(characters[..length]))
            {
                return true;
            }
        }

        return false;
    }
}
