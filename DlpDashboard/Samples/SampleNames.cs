namespace DlpDashboard.Samples;

/// <summary>What made-up files are called.</summary>
internal static class SampleNames
{
    private static readonly Dictionary<string, string[]> Stems = new(StringComparer.Ordinal)
    {
        ["finance"] = ["invoice", "payment-run", "credit-note", "ledger", "expense-claim"],
        ["customer-exports"] = ["contacts", "orders", "returns", "subscribers", "members"],
        ["people"] = ["contract", "payslip", "application", "sick-note", "onboarding"],
        ["engineering"] = ["deploy", "worker", "settings", "migrate", "readme"],
        ["logs"] = ["access", "gateway", "worker", "audit"],
        ["backups"] = ["shop", "crm", "wiki"],
        ["website"] = ["page", "release", "teaser", "banner"],
        ["shared-drive"] = ["minutes", "proposal", "plan", "notes", "budget"],
    };

    /// <summary>A name without number and ending.</summary>
    public static string Of(string bucket, SampleFormat format, IReadOnlyList<string> planted, Dice dice) =>
        format == SampleFormat.KeyFile ? planted[0] == "private-key" ? "deploy-key" : "service-account" : dice.Of(Stems[bucket]);

    /// <summary>The ending with its dot.</summary>
    public static string Ending(SampleFormat format, IReadOnlyList<string> planted) => format switch
    {
        SampleFormat.Text or SampleFormat.Utf16 => ".txt",
        SampleFormat.Markdown => ".md",
        SampleFormat.Csv => ".csv",
        SampleFormat.Tsv => ".tsv",
        SampleFormat.Json => ".json",
        SampleFormat.JsonLines => ".ndjson",
        SampleFormat.Xml => ".xml",
        SampleFormat.Html => ".html",
        SampleFormat.Mail => ".eml",
        SampleFormat.Settings => ".env",
        SampleFormat.Yaml => ".yaml",
        SampleFormat.Source => ".py",
        SampleFormat.Sql => ".sql",
        SampleFormat.Log => ".log",
        SampleFormat.LogGzip => ".log.gz",
        SampleFormat.SqlGzip => ".sql.gz",
        SampleFormat.Zip => ".zip",
        SampleFormat.Document => ".docx",
        SampleFormat.Sheet => ".xlsx",
        SampleFormat.Image => ".png",
        SampleFormat.Binary => ".dat",
        _ => planted[0] == "private-key" ? ".pem" : ".json",
    };
}
