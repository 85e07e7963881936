using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Data.Protection;

/// <summary>Keeps Data Protection's keys in the database, where all apps on it find them. (The interface is the framework's and knows no tasks; it is asked about once a day.)</summary>
internal sealed class DatabaseXmlRepository(IDbContextFactory<DlpDbContext> contexts, TimeProvider time) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = contexts.CreateDbContext();
        return db.Set<ProtectionKey>().AsNoTracking().OrderBy(key => key.Id).Select(key => key.Xml).AsEnumerable().Select(XElement.Parse).ToList();
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = contexts.CreateDbContext();
        var now = time.GetUtcNow();
        db.Add(new ProtectionKey
        {
            Id = Guid.CreateVersion7(now),
            Name = friendlyName.Length <= 200 ? friendlyName : friendlyName[..200],
            Xml = element.ToString(SaveOptions.DisableFormatting),
            CreatedUtc = now.UtcDateTime,
        });
        db.SaveChanges();
    }
}
