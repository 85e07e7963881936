using System.Xml;

namespace DlpDashboard.Extraction.Office;

/// <summary>The names of one XML part, which a parser keeps for good: bounded, so that a document of ever new names cannot fill the memory.</summary>
internal sealed class BoundNameTable : NameTable
{
    private const int MaxNames = 20_000;
    private const int MaxCharacters = 1024 * 1024;

    private int _names;
    private int _characters;

    /// <inheritdoc/>
    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Count(base.Add(key, start, len));

    /// <inheritdoc/>
    public override string Add(string key) => Get(key) ?? Count(base.Add(key));

    private string Count(string added)
    {
        _characters += added.Length;
        return ++_names <= MaxNames && _characters <= MaxCharacters ? added : throw new PartException("it has too many different names");
    }
}
