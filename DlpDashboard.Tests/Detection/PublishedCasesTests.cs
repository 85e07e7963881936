using DlpDashboard.Tests.Detection.Accuracy;
using Xunit.Abstractions;

namespace DlpDashboard.Tests.Detection;

/// <summary>Cases of another project's recognizers, read from beside the repository where they lie there; docs/accuracy.md has the whole table.</summary>
public sealed class PublishedCasesTests(ITestOutputHelper output)
{
    // The ten kinds the product began with, and all of them: most of the rest are bare numbers that two kinds share.
    private static readonly HashSet<string> First = ["CREDIT_CARD", "IBAN_CODE", "US_SSN", "EMAIL_ADDRESS", "PHONE_NUMBER", "IP_ADDRESS", "UK_NHS", "UK_NINO", "ES_NIF", "IN_AADHAAR"];

    [Fact]
    public void Nineteen_of_twenty_published_cases_are_decided_alike_or_found_as_another_kind()
    {
        if (PublishedCases.Path is not { } path)
        {
            output.WriteLine("No published cases beside the repository: nothing compared.");
            return;
        }

        var cases = PublishedCases.Decide(path);
        var first = cases.Where(decided => First.Contains(decided.Entity)).ToList();
        Assert.True(first.Count > 200);
        Assert.True(first.Count(decided => decided.IsAlike) >= 0.95 * first.Count);
        Assert.True(cases.Count > 700);
        Assert.True(cases.Count(decided => decided.IsAlike) >= 0.96 * cases.Count, $"{cases.Count(decided => decided.IsAlike)} of {cases.Count}");
        Assert.True(cases.Count(decided => decided.IsAlike || (decided.IsMissed && decided.Other is not null)) >= 0.95 * cases.Count);
    }
}
