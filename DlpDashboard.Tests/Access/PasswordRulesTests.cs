using DlpDashboard.Access.SignIn;

namespace DlpDashboard.Tests.Access;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("lampe-wolke-fisch")]
    [InlineData("天地玄黃宇宙洪荒日月盈昃")]
    [InlineData("aB3$kq9!xZ0&")]
    [InlineData("twelve chars")]
    public void Length_is_enough(string password) => Assert.Null(PasswordRules.WhyNot(password, "someone@example.test", "Someone"));

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("elevenchars")]
    [InlineData("🦊🦊🐻🐻🐼🐼")]
    public void Short_ones_are_refused(string password) => Assert.Contains("at least 12", PasswordRules.WhyNot(password, null, null), StringComparison.Ordinal);

    [Theory]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abababababab")]
    [InlineData("abcdabcdabcd")]
    [InlineData("123456789012")]
    [InlineData("Password1234")]
    [InlineData("P4ssw0rd!!!!")]
    [InlineData("qwertyuiop123")]
    [InlineData("!!!welcome2026!!!")]
    [InlineData("DlpDashboard1")]
    public void Common_ones_are_refused(string password) => Assert.Contains("attackers", PasswordRules.WhyNot(password, null, null), StringComparison.Ordinal);

    [Theory]
    [InlineData("someone@example.test")]
    [InlineData("someperson12345")]
    [InlineData("Some Person 1")]
    public void Own_name_and_email_are_refused(string password) =>
        Assert.Contains("too close", PasswordRules.WhyNot(password, password.Contains('@', StringComparison.Ordinal) ? password : "someperson@example.test", "Some Person"), StringComparison.Ordinal);

    [Fact]
    public void Very_long_ones_are_refused() => Assert.Contains("at most 256", PasswordRules.WhyNot(string.Concat(Enumerable.Range(0, 100).Select(i => $"w{i}")), null, null), StringComparison.Ordinal);
}
