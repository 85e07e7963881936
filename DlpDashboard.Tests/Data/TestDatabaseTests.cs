using DlpDashboard.Data.Accounts;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Data;

public sealed class TestDatabaseTests
{
    [Fact]
    public async Task Two_databases_know_nothing_of_each_other()
    {
        await using var one = await TestDatabase.CreateAsync();
        await using var other = await TestDatabase.CreateAsync();
        await using (var db = one.NewContext())
        {
            db.Add(new Organisation { Id = Guid.CreateVersion7(), Name = "One" });
            await db.SaveChangesAsync();
        }

        await using var here = one.NewContext();
        await using var there = other.NewContext();
        Assert.Equal(1, await here.Organisations.CountAsync());
        Assert.Equal(0, await there.Organisations.CountAsync());
    }
}
