using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>US bank account number: eight to seventeen digits; a word near it is obligatory.</summary>
internal sealed class UsBankAccount() : NumberRule(
    "nnnnnnnn", "nnnnnnnnn", "nnnnnnnnnn", "nnnnnnnnnnn", "nnnnnnnnnnnn", "nnnnnnnnnnnnn", "nnnnnnnnnnnnnn", "nnnnnnnnnnnnnnn", "nnnnnnnnnnnnnnnn", "nnnnnnnnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "us-bank-account",
        "US bank account number",
        "US",
        "eight to seventeen digits; a word near it is obligatory",
        "American Bankers Association; National Automated Clearing House Association, file formats",
        words: ["bank account", "bank account number", "account number", "account no", "account num", "acct", "acct no", "acct number", "checking", "checking account", "savings account", "savings", "direct deposit", "deposit account", "bank acct"],
        trues: ["bank account 8601895559", "bank account number: 811471049746507", "bank account=391703423667;", "\"bank_account\": \"37684268\"", "the bank acct of the customer is 756321223307."],
        falses: ["account 4829105738", "bank account 4829105", "bank account 482910573812345678", "bank account 20240115", "account number x4829105738", "acct 48291057-3812"],
        category: "financial");

    public override IReadOnlyList<string> Wakers => [@"(?i).|account", @"(?i).|acct", @"(?i).|checking", @"(?i).|savings", @"(?i).|deposit"];

    protected override bool NeedsSupport => true;

    protected override (double Run, double Grouped, double Supported) Scores => (0, 0, 0.6);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        !(value.Length == 8 && value[0] is (byte)'1' or (byte)'2' && Weighted.Two(value, 0) is 19 or 20 && Weighted.Two(value, 4) <= 12);
}
