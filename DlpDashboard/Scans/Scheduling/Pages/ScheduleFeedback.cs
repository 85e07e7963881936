using DlpDashboard.Kernel;
using DlpDashboard.UI.Feedback;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Scans.Scheduling.Pages;

/// <summary>Says that something is done, here or on the next page.</summary>
internal sealed class ScheduleFeedback(ToastFeed toasts, NavigationManager navigation)
{
    /// <summary>Whether the page is being left.</summary>
    public bool IsLeaving { get; private set; }

    /// <summary>Says it here.</summary>
    public Problem? Done(string sentence)
    {
        IsLeaving = false;
        toasts.Done(sentence);
        return null;
    }

    /// <summary>Says it and goes to another page.</summary>
    public Problem? GoTo(string address, string sentence)
    {
        IsLeaving = true;
        toasts.Done(sentence);
        navigation.NavigateTo(address);
        return null;
    }
}
