using DlpDashboard.Detection.Custom;
using DlpDashboard.Detectors.Custom;
using DlpDashboard.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace DlpDashboard.Detectors.Pages;

/// <summary>The fields of a custom detector.</summary>
public sealed partial class CustomRuleFields
{
    private ElementReference _terms;
    private bool _isInUse;

    /// <summary>What is written.</summary>
    [Parameter, EditorRequired]
    public CustomForm Form { get; set; } = default!;

    /// <summary>What is wrong with a field.</summary>
    [Parameter, EditorRequired]
    public Func<string, string?> ErrorOf { get; set; } = default!;

    /// <summary>Something was written.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnChange { get; set; }

    /// <summary>Takes the words from their box, if somebody was in it.</summary>
    public async Task ReadTermsAsync(CancellationToken cancellationToken)
    {
        if (_isInUse && Form is { Kind: CustomKind.Words, IsLong: false })
        {
            var text = await Browser.ReadTextAsync(_terms, CustomRuleCheck.MostTermCharacters, cancellationToken);
            Form.Terms = CustomDefinition.TermsOf(StorableText.Of(text, text.Length));
        }
    }

    /// <summary>Leads the person to the first field that is wrong: it may be far above the button.</summary>
    public ValueTask ShowWrongAsync() => Browser.TellAsync("focus", ["form [aria-invalid=true]"]);

    private Task Set(Action change)
    {
        change();
        return OnChange.InvokeAsync();
    }

    private async Task TakeFileAsync(InputFileChangeEventArgs change)
    {
        // One byte more than is allowed: the check says that it is too much.
        await using var stream = change.File.OpenReadStream(Math.Max(change.File.Size, 1));
        var text = new char[CustomRuleCheck.MostTermCharacters + 1];
        using var reader = new StreamReader(stream);
        var length = await reader.ReadBlockAsync(text);
        _isInUse = false;
        await Set(() => Form.Terms = CustomDefinition.TermsOf(StorableText.Of(new string(text, 0, length), length)));
    }
}
