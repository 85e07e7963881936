using System.Runtime.CompilerServices;

namespace DlpDashboard.Extraction.Pdf.Pages;

/// <summary>The pages of a file in order (7.7.3); each node of the tree is entered once, so that cycles end.</summary>
internal sealed class PdfPageTree(PdfDocument document)
{
    private const int MaxWaiting = 500_000;

    /// <summary>The pages; where the tree leads to none, whatever object says it is one.</summary>
    public async IAsyncEnumerable<PdfPage> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var page in WalkAsync(cancellationToken))
        {
            number = page.Number;
            yield return page;
        }

        if (number == 0 && await document.RepairAsync(cancellationToken))
        {
            await foreach (var page in WalkAsync(cancellationToken))
            {
                number = page.Number;
                yield return page;
            }
        }

        for (var id = 0; number == 0 && id < document.Count && !document.IsCut; id++)
        {
            if (await document.DictionaryAsync(new PdfReference(id, 0), cancellationToken) is { } found && found.NameOf("Type") == "Page")
            {
                yield return new PdfPage(id, found, await ResourcesAsync(found, new PdfDictionary(), cancellationToken));
            }
        }
    }

    private async IAsyncEnumerable<PdfPage> WalkAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<int>();
        var waiting = new Stack<(object? Node, PdfDictionary Resources)>([(document.Root["Pages"], new PdfDictionary())]);
        for (var number = 1; waiting.TryPop(out var next);)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((next.Node is PdfReference reference && !seen.Add(reference.Number)) || await document.DictionaryAsync(next.Node, cancellationToken) is not { } node)
            {
                continue;
            }

            var resources = await ResourcesAsync(node, next.Resources, cancellationToken);
            if (node.NameOf("Type") != "Page" && await document.GetAsync<List<object?>>(node, "Kids", cancellationToken) is { } kids)
            {
                for (var i = kids.Count - 1; i >= 0 && waiting.Count < MaxWaiting; i--)
                {
                    waiting.Push((kids[i], resources));
                }
            }
            else if (node.NameOf("Type") == "Page" || node["Contents"] is not null)
            {
                yield return new PdfPage(number++, node, resources);
            }
        }
    }

    private async ValueTask<PdfDictionary> ResourcesAsync(PdfDictionary node, PdfDictionary inherited, CancellationToken cancellationToken) =>
        await document.DictionaryAsync(node["Resources"], cancellationToken) ?? inherited;
}
