using System.Globalization;
using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Tests.House;

namespace DlpDashboard.Tests.Detection.Accuracy;

/// <summary>
/// Writes docs/accuracy.md for <c>scripts/accuracy.sh</c>, which says where sentences (<c>DLP_ACCURACY_SENTENCES</c>) and ordinary text (<c>DLP_ACCURACY_TEXT</c>, <c>kind=folder:folder;…</c>) lie. Else it does nothing.
/// </summary>
public sealed class AccuracyReport
{
    private const long MostOfAKind = 200_000_000;

    private readonly StringBuilder _page = new();

    [Fact]
    public void The_accuracy_page_is_written_where_its_script_asks_for_it()
    {
        if (Environment.GetEnvironmentVariable("DLP_RENEW_ACCURACY") != "1")
        {
            return;
        }

        _page.Append(CultureInfo.InvariantCulture, $"""
            # Accuracy

            Written by `scripts/accuracy.sh`; do not edit. {DetectorCatalogue.All.Count} detectors, set {DetectorCatalogue.Version}. The first two parts are measured on public data beside the repository (`../shared/data`), the third on
            text found on the machine the script ran on: other machines give other figures there.


            """);
        Cases();
        Sentences();
        Ordinary();
        var page = _page.ToString().TrimEnd() + "\n";
        File.WriteAllText(Path.Combine(Sources.Root, "docs", "accuracy.md"), page);
        Assert.Contains("## Ordinary text", page, StringComparison.Ordinal);
    }

    private void Cases()
    {
        _page.Append("## Published cases\n\nTexts of the tests of microsoft/presidio's recognizers (MIT), each with the number of values it holds. There one recognizer runs alone; here all run, and of detectors that claim the same characters the likelier reports. ")
            .Append("Counted at the floor `veryUnlikely`, because most cases hold a bare number.\n\n");
        if (PublishedCases.Path is not { } path)
        {
            _page.Append("The cases were not there when this page was written.\n\n");
            return;
        }

        var cases = PublishedCases.Decide(path);
        var alike = cases.Count(decided => decided.IsAlike);
        var named = cases.Count(decided => decided is { IsAlike: false, IsNamed: true });
        var claimed = cases.Count(decided => decided is { IsAlike: false, IsNamed: false, IsMissed: true, Other: not null });
        _page.Append(CultureInfo.InvariantCulture, $"{alike} of {cases.Count} decided alike ({100.0 * alike / cases.Count:F1} %). Of the others {named} are named as the second likeliest kind (`also:`), and {claimed} more are found as a value of another kind only ({100.0 * (alike + named + claimed) / cases.Count:F1} % together).\n\n");
        _page.Append("| entity | detector | alike | of | missed | found as | more than there | why |\n|---|---|---:|---:|---:|---|---:|---|\n");
        foreach (var entity in cases.GroupBy(decided => (decided.Entity, decided.Detector)).Where(group => group.Any(decided => !decided.IsAlike)))
        {
            var others = entity.Where(decided => decided is { IsAlike: false, IsMissed: true }).ToList();
            var names = string.Join(", ", others.Where(decided => decided.Other is not null).GroupBy(decided => decided.Other).Select(group => $"{group.Key} {group.Count()}"));
            _page.Append(CultureInfo.InvariantCulture, $"| {entity.Key.Entity} | {entity.Key.Detector} | {entity.Count(decided => decided.IsAlike)} | {entity.Count()} | {others.Count} | {names} | {entity.Count(decided => decided is { IsAlike: false, IsMissed: false })} | {AccuracyReasons.Of(entity.Key.Entity, names.Length > 0)} |\n");
        }

        _page.Append("\nEntities without a detector here: dates, postal codes of Germany, vehicle plates, commercial registers, addresses of web pages.\n\n");
    }

    private void Sentences()
    {
        _page.Append("## Labelled sentences\n\nSynthetic sentences with labelled spans (presidio-research, MIT). A span is found where a detection of its type shares a character with it; a detection is right where it shares one with a span of its type. ")
            .Append("Types without a detector here (organisations, places, job titles, days) are left out.\n\n");
        var path = Environment.GetEnvironmentVariable("DLP_ACCURACY_SENTENCES");
        if (path is null || !File.Exists(path))
        {
            _page.Append("The sentences were not there when this page was written.\n\n");
            return;
        }

        foreach (var floor in new[] { Likelihood.Possible, Likelihood.Unlikely })
        {
            _page.Append(CultureInfo.InvariantCulture, $"At the floor `{floor.ToName()}`{(floor == Likelihood.Possible ? ", the default" : ", which also reports a known given name alone and a bare number in the form of a telephone's")}:\n\n| detector | labelled | precision | recall | F2 |\n|---|---:|---:|---:|---:|\n");
            var scores = LabelledSentences.Score(path, floor);
            var all = new TypeScore();
            foreach (var (id, score) in scores)
            {
                Row(id, score);
                (all.Labelled, all.Found, all.Right, all.Wrong) = (all.Labelled + score.Labelled, all.Found + score.Found, all.Right + score.Right, all.Wrong + score.Wrong);
            }

            Row("**all**", all);
            _page.Append('\n');
        }

        _page.Append("Names come from lists of usual names: an unusual name alone is not found, nor one in small letters. Labelled parts of an address that stand for themselves (a bare house number or postcode) count as spans. Telephone numbers without ")
            .Append("area and without a word near them stay unreported: they look like any number. What was missed in these cases and sentences was looked at while the rules were made: expect less on texts of other kinds.\n\n");
    }

    private void Row(string name, TypeScore score) =>
        _page.Append(CultureInfo.InvariantCulture, $"| {name} | {score.Labelled} | {score.Precision:F3} | {score.Recall:F3} | {score.F2:F3} |\n");

    private void Ordinary()
    {
        _page.Append("## Ordinary text\n\nWhat is reported at the default floor, per 100 MB. E-mail addresses, names of authors and addresses in licences are real values, not false alarms; they are counted all the same.\n\n");
        if (Environment.GetEnvironmentVariable("DLP_ACCURACY_TEXT") is not { Length: > 0 } kinds)
        {
            _page.Append("No text was named when this page was written.\n");
            return;
        }

        var total = new Dictionary<(string Detector, string Reasons), int>();
        _page.Append("| kind | files | MB | names, addresses, e-mail | all others | of them most |\n|---|---:|---:|---:|---:|---|\n");
        long bytes = 0;
        foreach (var kind in kinds.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(kind => kind.Split('=', 2)))
        {
            var text = new OrdinaryText();
            Array.ForEach(kind[1].Split(':'), folder => text.Read(folder, MostOfAKind));
            bytes += text.Bytes;
            Kind(kind[0], text);
            foreach (var (key, count) in text.Counts)
            {
                total[key] = total.GetValueOrDefault(key) + count;
            }
        }

        _page.Append(CultureInfo.InvariantCulture, $"\n{bytes / 1e6:F0} MB in all. The ten most frequent kinds with their reasons, names, addresses and e-mail left out:\n\n| detector | reasons | per 100 MB |\n|---|---|---:|\n");
        foreach (var ((detector, reasons), count) in total.Where(pair => !IsPublic(pair.Key.Detector)).OrderByDescending(pair => pair.Value).Take(10))
        {
            _page.Append(CultureInfo.InvariantCulture, $"| {detector} | {reasons} | {count / (bytes / 1e8):F1} |\n");
        }
    }

    private void Kind(string name, OrdinaryText text)
    {
        var per = text.Bytes / 1e8;
        var others = text.Counts.Where(pair => !IsPublic(pair.Key.Detector)).GroupBy(pair => pair.Key.Detector).Select(group => (Id: group.Key, Count: group.Sum(pair => pair.Value))).OrderByDescending(row => row.Count).ToList();
        var names = text.Counts.Where(pair => IsPublic(pair.Key.Detector)).Sum(pair => pair.Value);
        _page.Append(CultureInfo.InvariantCulture, $"| {name} | {text.Files} | {text.Bytes / 1e6:F0} | {names / per:F0} | {others.Sum(row => row.Count) / per:F0} | {string.Join(", ", others.Take(4).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Id} {row.Count / per:F0}")))} |\n");
    }

    private static bool IsPublic(string id) => id is "email" or "person-name" or "street-address";
}
