using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Markup;

/// <summary>An element, attribute or aside of XML that text stands in: key and path are made when asked, such as <c>/orders/order[2]/@card</c>.</summary>
/// <param name="parent">The element around it, or null.</param>
/// <param name="name">Its name as UTF-8, kept once a document.</param>
/// <param name="index">Which it is among its siblings of the same name, from 1.</param>
/// <param name="mark">What stands before its name in a path: nothing for elements, <c>@</c> for attributes.</param>
internal sealed class XmlElement(XmlElement? parent, byte[] name, int index, string mark = "") : IPlaceNames
{
    private const int MaxPath = 1024;
    private const int MaxNames = 1024;

    private byte[]? _lastChild;
    private int _lastCount;
    private Dictionary<byte[], int>? _children;

    /// <summary>The element around it.</summary>
    public XmlElement? Parent { get; } = parent;

    /// <summary>Its name.</summary>
    public byte[] Name { get; } = name;

    /// <summary>Counts a child and tells which of its name it is.</summary>
    public int Count(byte[] child)
    {
        if (_lastChild == child)
        {
            return ++_lastCount;
        }

        if (_lastChild is not null && (_children?.Count ?? 0) < MaxNames)
        {
            _children ??= new Dictionary<byte[], int>(ReferenceEqualityComparer.Instance);
            _children[_lastChild] = _lastCount;
        }

        (_lastChild, _lastCount) = (child, (_children?.GetValueOrDefault(child) ?? 0) + 1);
        return _lastCount;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeyOf(long major, long minor) =>
        mark == "@" && Parent is not null ? (byte[])[.. Parent.Name, (byte)' ', .. Name] : Name;

    /// <inheritdoc/>
    public TextLocation LocationOf(long major, long minor, string? entry)
    {
        var steps = new Stack<XmlElement>();
        for (var step = this; step is not null; step = step.Parent)
        {
            steps.Push(step);
        }

        var path = new StringBuilder();
        while (steps.TryPop(out var step) && path.Length < MaxPath)
        {
            step.AddTo(path);
        }

        return new TextLocation((int)Math.Min(major, int.MaxValue), Path: path.ToString(), Entry: entry);
    }

    private void AddTo(StringBuilder path)
    {
        path.Append('/').Append(mark).Append(SafeText.Of(Name));
        if (index > 1)
        {
            path.Append('[').Append(index).Append(']');
        }
    }
}
