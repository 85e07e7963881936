using DlpDashboard.Access.Settings;
using DlpDashboard.Kernel;

namespace DlpDashboard.Admin.Settings;

/// <summary>Settings as REST takes them: all of them, so that nothing is reset by being forgotten.</summary>
internal sealed record SettingsBody
{
    /// <summary>Price tables of the organisation's own by provider id (aws, azure, gcp). A provider that is missing or null goes back to the default.</summary>
    public required IReadOnlyDictionary<string, PriceListBody?> Prices { get; init; }

    /// <summary>How far scans may go.</summary>
    public required OrganisationLimits Limits { get; init; }

    /// <summary>Days; 0 or null keeps for ever.</summary>
    public required RetentionBody Retention { get; init; }

    /// <summary>As the service takes it; not yet checked.</summary>
    public SettingsDraft ToDraft() => new()
    {
        Prices = Prices.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!.ToPriceList(), StringComparer.Ordinal),
        Limits = Limits,
        Retention = Retention.ToPeriods(),
    };
}

/// <summary>Days that what grows is kept; 0 or null keeps for ever. All are named, so that none is changed by being forgotten.</summary>
internal sealed record RetentionBody
{
    /// <summary>Scans that have ended, but for the newest of each endpoint.</summary>
    public required int? ScansDays { get; init; }

    /// <summary>Masked samples of findings that are gone or closed.</summary>
    public required int? SamplesDays { get; init; }

    /// <summary>The histories of schedules.</summary>
    public required int? FiringsDays { get; init; }

    /// <summary>Events.</summary>
    public required int? EventsDays { get; init; }

    /// <summary>The audit trail.</summary>
    public required int? AuditDays { get; init; }

    /// <summary>As the service takes it.</summary>
    public RetentionPeriods ToPeriods() =>
        new() { ScansDays = ScansDays, SamplesDays = SamplesDays, FiringsDays = FiringsDays, EventsDays = EventsDays, AuditDays = AuditDays };

    /// <summary>As REST tells it.</summary>
    public static RetentionBody Of(RetentionPeriods periods) =>
        new() { ScansDays = periods.ScansDays, SamplesDays = periods.SamplesDays, FiringsDays = periods.FiringsDays, EventsDays = periods.EventsDays, AuditDays = periods.AuditDays };
}

/// <summary>A price table as REST takes and tells it.</summary>
internal sealed record PriceListBody
{
    /// <summary>Whose prices these are.</summary>
    public required string Name { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>1,000 pages of listings.</summary>
    public required decimal ListPer1000 { get; init; }

    /// <summary>1,000 reads.</summary>
    public required decimal GetPer1000 { get; init; }

    /// <summary>Each GB (2^30 bytes) that leaves the provider.</summary>
    public required decimal TransferPerGb { get; init; }

    /// <summary>Whether bytes leave the provider's region.</summary>
    public bool ChargesTransfer { get; init; } = true;

    /// <summary>Objects on one page of a listing.</summary>
    public int ObjectsPerList { get; init; } = 1000;

    /// <summary>Bytes that one read brings at most; 0 for whole objects.</summary>
    public long BytesPerGet { get; init; }

    /// <summary>Prices that differ, by storage class; null is as good as none.</summary>
    public IReadOnlyDictionary<string, ClassPricesBody?> Classes { get; init; } = new Dictionary<string, ClassPricesBody?>(StringComparer.Ordinal);

    /// <summary>As it is kept.</summary>
    public PriceList ToPriceList() => new()
    {
        Name = StorableText.Of(Name.Trim(), SettingsCheck.NameLength + 1),
        Currency = StorableText.Of(Currency.Trim(), 20),
        ListPer1000 = ListPer1000,
        GetPer1000 = GetPer1000,
        TransferPerGb = TransferPerGb,
        ChargesTransfer = ChargesTransfer,
        ObjectsPerList = ObjectsPerList,
        BytesPerGet = BytesPerGet,
        Classes = Classes.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => new ClassPrices { GetPer1000 = pair.Value!.GetPer1000, RetrievalPerGb = pair.Value.RetrievalPerGb }, StringComparer.Ordinal),
    };

    /// <summary>As REST tells it.</summary>
    public static PriceListBody Of(PriceList list) => new()
    {
        Name = list.Name,
        Currency = list.Currency,
        ListPer1000 = list.ListPer1000,
        GetPer1000 = list.GetPer1000,
        TransferPerGb = list.TransferPerGb,
        ChargesTransfer = list.ChargesTransfer,
        ObjectsPerList = list.ObjectsPerList,
        BytesPerGet = list.BytesPerGet,
        Classes = list.Classes.ToDictionary(pair => pair.Key, pair => (ClassPricesBody?)new ClassPricesBody(pair.Value.RetrievalPerGb, pair.Value.GetPer1000), StringComparer.Ordinal),
    };
}

/// <summary>What reading from one storage class costs.</summary>
/// <param name="RetrievalPerGb">Each GB read.</param>
/// <param name="GetPer1000">1,000 reads; null for the usual price.</param>
internal sealed record ClassPricesBody(decimal RetrievalPerGb, decimal? GetPer1000 = null);
