using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Demo;

/// <summary>The app as <c>./run.sh --demo</c> starts it, with fewer files.</summary>
public sealed class DemoFixture : AppFixture
{
    /// <summary>How many files are made.</summary>
    public const int Files = 600;

    /// <inheritdoc />
    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Demo:Enabled", "true"),
        new("Demo:Files", "600"),
    ];
}
