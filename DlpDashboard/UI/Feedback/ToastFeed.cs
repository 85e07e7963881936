using DlpDashboard.Kernel;

namespace DlpDashboard.UI.Feedback;

/// <summary>The notices of one circuit: pages put them in, the layout's <see cref="ToastList"/> shows them. At most five at a time; the oldest goes first.</summary>
public sealed class ToastFeed
{
    private const int Most = 5;
    private readonly List<Toast> _toasts = [];
    private int _last;

    /// <summary>Something came or went.</summary>
    public event Action? Changed;

    /// <summary>What is shown now, the oldest first.</summary>
    public IReadOnlyList<Toast> Toasts => _toasts;

    /// <summary>It is done.</summary>
    public void Done(string sentence, string? linkText = null, string? href = null) => Show(Tone.Good, sentence, linkText, href);

    /// <summary>It failed, in the problem's own sentence.</summary>
    public void Failed(Problem problem) => Show(Tone.Bad, problem.Sentence);

    /// <summary>Anything else.</summary>
    public void Show(Tone tone, string sentence, string? linkText = null, string? href = null)
    {
        _toasts.Add(new Toast(++_last, tone, sentence, linkText, href));
        if (_toasts.Count > Most)
        {
            _toasts.RemoveAt(0);
        }

        Changed?.Invoke();
    }

    /// <summary>Takes one away; nothing happens where it went already.</summary>
    public void Close(int id)
    {
        if (_toasts.RemoveAll(toast => toast.Id == id) > 0)
        {
            Changed?.Invoke();
        }
    }
}
