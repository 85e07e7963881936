using DlpDashboard.Access.Settings;
using DlpDashboard.Kernel;

namespace DlpDashboard.Admin.Settings.Pages;

/// <summary>A price table as it stands in the form.</summary>
public sealed class PriceForm
{
    private readonly PriceList _from;

    private PriceForm(PriceList from) => _from = from;

    /// <summary>Whose prices.</summary>
    public string? Name { get; set; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; set; }

    /// <summary>1,000 listings.</summary>
    public string? ListPer1000 { get; set; }

    /// <summary>1,000 reads.</summary>
    public string? GetPer1000 { get; set; }

    /// <summary>Each GB that leaves.</summary>
    public string? TransferPerGb { get; set; }

    /// <summary>Whether that is charged.</summary>
    public bool ChargesTransfer { get; set; }

    /// <summary>Storage classes with prices of their own.</summary>
    public List<ClassForm> Classes { get; } = [];

    /// <summary>A form filled with a table.</summary>
    public static PriceForm Of(PriceList list)
    {
        var form = new PriceForm(list)
        {
            Name = list.Name,
            Currency = list.Currency,
            ListPer1000 = SettingsNumbers.Text(list.ListPer1000),
            GetPer1000 = SettingsNumbers.Text(list.GetPer1000),
            TransferPerGb = SettingsNumbers.Text(list.TransferPerGb),
            ChargesTransfer = list.ChargesTransfer,
        };
        form.Classes.AddRange(list.Classes.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new ClassForm { Name = pair.Key, GetPer1000 = SettingsNumbers.Text(pair.Value.GetPer1000), RetrievalPerGb = SettingsNumbers.Text(pair.Value.RetrievalPerGb) }));
        return form;
    }

    /// <summary>The table; what cannot be read is noted with its field.</summary>
    internal PriceList Read(SettingsNumbers numbers, string field)
    {
        var list = new PriceList
        {
            Name = (Name ?? "").Trim(),
            Currency = (Currency ?? "").Trim().ToUpperInvariant(),
            ListPer1000 = numbers.Needed(ListPer1000, $"{field}.listPer1000"),
            GetPer1000 = numbers.Needed(GetPer1000, $"{field}.getPer1000"),
            TransferPerGb = numbers.Needed(TransferPerGb, $"{field}.transferPerGb"),
            ChargesTransfer = ChargesTransfer,
            ObjectsPerList = _from.ObjectsPerList,
            BytesPerGet = _from.BytesPerGet,

            // Both spellings of a class stay, so that the check can say that it stands there twice.
            Classes = new Dictionary<string, ClassPrices>(StringComparer.Ordinal),
        };
        foreach (var line in Classes)
        {
            var name = (line.Name ?? "").Trim();
            var own = $"{field}.classes.{name}";
            var prices = new ClassPrices { GetPer1000 = numbers.Amount(line.GetPer1000, $"{own}.getPer1000"), RetrievalPerGb = numbers.Amount(line.RetrievalPerGb, $"{own}.retrievalPerGb") ?? 0 };

            // The same word with a blank behind it: the check finds it.
            list.Classes[list.Classes.ContainsKey(name) ? $"{name} " : name] = prices;
        }

        return list;
    }

    /// <summary>A storage class in the form.</summary>
    public sealed class ClassForm
    {
        /// <summary>As the provider calls it.</summary>
        public string? Name { get; set; }

        /// <summary>1,000 reads; empty for the usual price.</summary>
        public string? GetPer1000 { get; set; }

        /// <summary>Each GB read; empty for nothing.</summary>
        public string? RetrievalPerGb { get; set; }
    }
}
