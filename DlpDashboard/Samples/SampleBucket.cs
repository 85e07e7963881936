namespace DlpDashboard.Samples;

/// <summary>A part of a made-up company's storage.</summary>
/// <param name="Name">As the folder is called.</param>
/// <param name="Share">Of a hundred files, so many lie here.</param>
/// <param name="Folders">Where they lie in there.</param>
/// <param name="Formats">How they are written.</param>
/// <param name="PlantedShare">Of a hundred files, so many hold values.</param>
/// <param name="Detectors">Whose values they hold.</param>
internal sealed record SampleBucket(string Name, int Share, string[] Folders, SampleFormat[] Formats, int PlantedShare, string[] Detectors)
{
    /// <summary>All of them; the shares make a hundred.</summary>
    public static IReadOnlyList<SampleBucket> All { get; } =
    [
        new("finance", 14, ["invoices/2024", "invoices/2025", "payments", "audits"],
            [SampleFormat.Csv, SampleFormat.Xml, SampleFormat.Text, SampleFormat.Sheet, SampleFormat.Json],
            45, ["payment-card", "iban", "email", "us-ssn"]),
        new("customer-exports", 16, ["crm", "newsletter", "loyalty/eu", "loyalty/apac"],
            [SampleFormat.Csv, SampleFormat.Tsv, SampleFormat.JsonLines, SampleFormat.Json, SampleFormat.Zip],
            55, ["email", "phone", "date-of-birth", "payment-card", "es-nif", "in-aadhaar"]),
        new("people", 10, ["contracts", "payroll", "applications", "health"],
            [SampleFormat.Text, SampleFormat.Document, SampleFormat.Utf16, SampleFormat.Mail, SampleFormat.Csv],
            60, ["us-ssn", "uk-nino", "uk-nhs", "date-of-birth", "phone", "iban"]),
        new("engineering", 18, ["services/checkout", "services/search", "infrastructure", "scripts"],
            [SampleFormat.Settings, SampleFormat.Yaml, SampleFormat.Source, SampleFormat.Sql, SampleFormat.Markdown],
            22, ["aws-access-key", "aws-secret-key", "github-token", "azure-storage-key", "connection-string", "password-assignment", "private-key", "gcp-service-account"]),
        new("logs", 18, ["web/2025-01", "web/2025-02", "api/2025-01", "jobs"],
            [SampleFormat.Log, SampleFormat.Log, SampleFormat.LogGzip, SampleFormat.JsonLines],
            25, ["ip-address", "jwt", "email"]),
        new("backups", 6, ["nightly", "weekly"],
            [SampleFormat.Zip, SampleFormat.SqlGzip, SampleFormat.Binary],
            40, ["email", "payment-card", "phone", "connection-string"]),
        new("website", 10, ["pages", "press", "images"],
            [SampleFormat.Html, SampleFormat.Markdown, SampleFormat.Image, SampleFormat.Json],
            6, ["email", "phone"]),
        new("shared-drive", 8, ["projects/north", "projects/harbour", "meetings", "old laptop"],
            [SampleFormat.Document, SampleFormat.Sheet, SampleFormat.Text, SampleFormat.Markdown, SampleFormat.Mail],
            20, ["email", "phone", "iban", "date-of-birth", "uk-nino"]),
    ];
}
