using DlpDashboard.Access;

namespace DlpDashboard.Tests.Access;

public sealed class ReturnUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/findings?severity=high&endpoint=1")]
    [InlineData("/a//b")]
    public void Own_paths_are_followed(string path) => Assert.Equal(path, AccessLinks.LocalOrHome(path));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData(" /evil.example")]
    [InlineData("evil.example")]
    [InlineData("~/x")]
    [InlineData("/account/login?returnUrl=/account/login")]
    public void Everything_else_leads_home(string? path) => Assert.Equal("/", AccessLinks.LocalOrHome(path));

    [Fact]
    public void Endless_ones_lead_home() => Assert.Equal("/", AccessLinks.LocalOrHome("/" + new string('a', 3000)));
}
