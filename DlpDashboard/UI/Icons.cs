namespace DlpDashboard.UI;

/// <summary>The product's own line icons: SVG path data on a 20 × 20 grid, drawn by <see cref="Icon"/> with a round 1.5 stroke.</summary>
public static class Icons
{
    /// <summary>Four unequal panes.</summary>
    public const string Overview = "M3 3h6v8H3zM12 3h5v5h-5zM12 11h5v6h-5zM3 14h6v3H3z";

    /// <summary>A page with a masked line.</summary>
    public const string Finding = "M5 2.5h7l3.5 3.5v11.5h-10.5zM12 2.5v3.5h3.5M7.5 9h5M7.5 11.5h5v2.5h-5z";

    /// <summary>A pulse.</summary>
    public const string Event = "M2.5 10.5h3.5l2-6 4 11 2-5h3.5";

    /// <summary>A bucket.</summary>
    public const string Endpoint = "M3.5 5.5l1.7 10.2c.2 1.1 2.3 1.8 4.8 1.8s4.6-.7 4.8-1.8l1.7-10.2M3.5 5.5c0-1.3 2.9-2.5 6.5-2.5s6.5 1.2 6.5 2.5-2.9 2.5-6.5 2.5-6.5-1.2-6.5-2.5z";

    /// <summary>A beam through a frame.</summary>
    public const string Scan = "M3 6.5v-2a1.5 1.5 0 0 1 1.5-1.5h2M13.5 3h2a1.5 1.5 0 0 1 1.5 1.5v2M17 13.5v2a1.5 1.5 0 0 1-1.5 1.5h-2M6.5 17h-2a1.5 1.5 0 0 1-1.5-1.5v-2M2.5 10h15";

    /// <summary>A fingerprint of three arcs.</summary>
    public const string Detector = "M4 8.5a6 6 0 0 1 12 0v2M7 16.5c-.8-2-1-4-1-6v-1.5a4 4 0 0 1 8 0v1.5c0 2 .2 3.5.8 5M10 9v2c0 2.5.3 4.5 1 6.5";

    /// <summary>A person.</summary>
    public const string Person = "M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 17c.5-3 3.2-4.5 6.5-4.5s6 1.5 6.5 4.5";

    /// <summary>Two people.</summary>
    public const string People = "M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 16.5c.4-2.8 2.7-4.2 5.5-4.2s5.1 1.4 5.5 4.2M13 3.8a3 3 0 0 1 0 5.5M15 12.6c1.6.6 2.7 1.9 3 3.9";

    /// <summary>A magnifying glass.</summary>
    public const string Search = "M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM13.3 13.3l4 4";

    /// <summary>A cross.</summary>
    public const string Close = "M5 5l10 10M15 5l-10 10";

    /// <summary>A tick.</summary>
    public const string Check = "M4 10.5l4 4 8-9";

    /// <summary>Points right.</summary>
    public const string ChevronRight = "M7.5 4.5l5.5 5.5-5.5 5.5";

    /// <summary>Points down.</summary>
    public const string ChevronDown = "M4.5 7.5l5.5 5.5 5.5-5.5";

    /// <summary>A triangle with a mark: something needs a look.</summary>
    public const string Warning = "M10 3l7.5 13.5h-15zM10 8v4M10 14.2v.1";

    /// <summary>A circle with a mark: something failed.</summary>
    public const string Problem = "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 6v5M10 13.8v.1";

    /// <summary>A circle with an i.</summary>
    public const string About = "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 9v5M10 6.2v.1";

    /// <summary>A circle with a question mark.</summary>
    public const string Help = "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM7.8 8a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.5M10 14v.1";

    /// <summary>Two sheets.</summary>
    public const string Copy = "M7 7h9.5v10h-9.5zM13 7v-4h-9.5v10h3.5";

    /// <summary>An arrow out of a frame.</summary>
    public const string Outside = "M11 3h6v6M17 3l-8 8M14 11.5v5h-11v-11h5";

    /// <summary>An arrow into a tray.</summary>
    public const string Download = "M10 3v9.5M6 9l4 4 4-4M3 16.5h14";

    /// <summary>An arrow around.</summary>
    public const string Again = "M16.5 10a6.5 6.5 0 1 1-2-4.7l2 2M16.5 3v4.3h-4.3";

    /// <summary>A funnel.</summary>
    public const string Filter = "M3 4h14l-5.5 6.5v6l-3-1.5v-4.5z";

    /// <summary>Columns.</summary>
    public const string Columns = "M3 3.5h14v13h-14zM7.7 3.5v13M12.3 3.5v13";

    /// <summary>Three lines.</summary>
    public const string Menu = "M3 5.5h14M3 10h14M3 14.5h14";

    /// <summary>Three dots.</summary>
    public const string More = "M4.5 9.4a.6.6 0 1 0 0 1.2.6.6 0 0 0 0-1.2zM10 9.4a.6.6 0 1 0 0 1.2.6.6 0 0 0 0-1.2zM15.5 9.4a.6.6 0 1 0 0 1.2.6.6 0 0 0 0-1.2z";

    /// <summary>A sun.</summary>
    public const string Sun = "M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6l1.4 1.4M16 4l-1.4 1.4M5.4 14.6l-1.4 1.4";

    /// <summary>A moon.</summary>
    public const string Moon = "M16.5 12.5a7 7 0 0 1-9-9 7 7 0 1 0 9 9z";

    /// <summary>A screen.</summary>
    public const string Screen = "M2.5 3.5h15v10.5h-15zM7 17h6M10 14v3";

    /// <summary>Begin.</summary>
    public const string Play = "M6 3.5l10.5 6.5-10.5 6.5z";

    /// <summary>Pause.</summary>
    public const string Pause = "M6.5 4v12M13.5 4v12";

    /// <summary>Stop.</summary>
    public const string Stop = "M4.5 4.5h11v11h-11z";

    /// <summary>A bin.</summary>
    public const string Delete = "M3.5 5.5h13M7.5 5.5v-2.5h5v2.5M5 5.5l.8 11.5h8.4l.8-11.5M8.3 9v4.5M11.7 9v4.5";

    /// <summary>A pen.</summary>
    public const string Edit = "M3.5 16.5l.8-3.8 9-9 3 3-9 9zM11.5 5.5l3 3";

    /// <summary>A cross of plus.</summary>
    public const string Add = "M10 4v12M4 10h12";

    /// <summary>A closed lock.</summary>
    public const string Lock = "M4.5 9h11v8h-11zM6.8 9v-2.5a3.2 3.2 0 0 1 6.4 0v2.5M10 12.2v1.6";

    /// <summary>A key.</summary>
    public const string Key = "M6.5 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM9 10.5l7.5-7.5M13 6.5l2.5 2.5";

    /// <summary>A clock.</summary>
    public const string Clock = "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 5.5v4.5l3 2";

    /// <summary>A door with an arrow out.</summary>
    public const string SignOut = "M8 3h-4.5v14h4.5M12 6.5l3.5 3.5-3.5 3.5M15.5 10h-8";

    /// <summary>A shield.</summary>
    public const string Shield = "M10 2.5l6.5 2.5v4.5c0 4-2.7 6.7-6.5 8-3.8-1.3-6.5-4-6.5-8v-4.5z";

    /// <summary>A folder.</summary>
    public const string Folder = "M2.5 5v11h15v-9h-8l-2-2.5h-5z";

    /// <summary>A cloud.</summary>
    public const string Cloud = "M6 15.5a3.5 3.5 0 0 1-.3-7 4.5 4.5 0 0 1 8.6.5 3.3 3.3 0 0 1-.3 6.5z";

    /// <summary>A page.</summary>
    public const string File = "M5 2.5h7l3.5 3.5v11.5h-10.5zM12 2.5v3.5h3.5";

    /// <summary>An open eye.</summary>
    public const string Eye = "M1.8 10c1.9-3.3 4.7-5 8.2-5s6.3 1.7 8.2 5c-1.9 3.3-4.7 5-8.2 5s-6.3-1.7-8.2-5zM10 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z";

    /// <summary>A bell.</summary>
    public const string Bell = "M4 14.5h12c-1.2-1.2-1.5-2.5-1.5-5a4.5 4.5 0 0 0-9 0c0 2.5-.3 3.8-1.5 5zM8.3 17h3.4";

    /// <summary>A gear's three sliders.</summary>
    public const string Settings = "M3 5.5h7M14 5.5h3M3 14.5h3M10 14.5h7M12 7.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 16.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z";

    /// <summary>A prompt.</summary>
    public const string Command = "M3 4h14v12h-14zM6 8l2.5 2-2.5 2M10.5 12.5h3.5";
}
