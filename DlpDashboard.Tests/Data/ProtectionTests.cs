using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DlpDashboard.Data;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Data.Protection;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Data;

public sealed class ProtectionTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private TestDatabase _database = new();

    private string KeyFile => _folder.At("keys/data-protection.key");

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_one_app_protects_another_on_the_same_database_and_key_file_reads()
    {
        var secret = Protect(await StartAsync());
        await using var other = await StartAsync();
        Assert.Equal("hello", Unprotect(other, secret));
    }

    [Fact]
    public async Task The_key_file_is_32_bytes_that_only_the_apps_user_may_read()
    {
        await using var app = await StartAsync();
        Assert.Equal(32, new FileInfo(KeyFile).Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
    }

    [Fact]
    public async Task The_database_holds_keys_only_encrypted()
    {
        await using var app = await StartAsync();
        await using var db = _database.NewContext();
        var xml = Assert.Single(await db.Set<ProtectionKey>().Select(key => key.Xml).ToListAsync());
        Assert.Contains("<" + WrappingXmlEncryptor.ElementName, xml, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", xml, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_missing_key_file_is_a_refusal_and_no_new_key_is_made()
    {
        await (await StartAsync()).DisposeAsync();
        File.Delete(KeyFile);
        await using var next = New();
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(next.RunAsync);
        Assert.Equal($"The key file {KeyFile} is missing. Restore it from a backup; without it the stored credentials of storage connections cannot be read.", refusal.Message);
        Assert.False(File.Exists(KeyFile));
    }

    [Fact]
    public async Task Another_key_file_is_a_refusal()
    {
        await (await StartAsync()).DisposeAsync();
        await File.WriteAllBytesAsync(KeyFile, RandomNumberGenerator.GetBytes(32));
        await using var next = New();
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(next.RunAsync);
        Assert.Contains("made with another one", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public async Task A_key_file_of_another_length_is_damaged(int length)
    {
        await (await StartAsync()).DisposeAsync();
        await File.WriteAllBytesAsync(KeyFile, new byte[length]);
        await using var next = New();
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(next.RunAsync);
        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_changed_in_the_database_is_a_refusal()
    {
        await (await StartAsync()).DisposeAsync();
        await using (var db = _database.NewContext())
        {
            var key = await db.Set<ProtectionKey>().SingleAsync();
            var at = key.Xml.IndexOf("</" + WrappingXmlEncryptor.ElementName, StringComparison.Ordinal) - 8;
            key.Xml = key.Xml[..at] + (key.Xml[at] == 'A' ? 'B' : 'A') + key.Xml[(at + 1)..];
            await db.SaveChangesAsync();
        }

        await using var next = New();
        await Assert.ThrowsAsync<StartRefusedException>(next.RunAsync);
    }

    [Fact]
    public async Task A_certificate_protects_the_keys_and_what_the_key_file_protected_stays_readable()
    {
        var secret = Protect(await StartAsync());
        var settings = Certificate("right");
        await using (var second = await StartAsync(settings))
        {
            Assert.Equal("hello", Unprotect(second, secret));
        }

        await using var fresh = await TestDatabase.CreateAsync();
        (string, string)[] own = [("Database:ConnectionString", fresh.ConnectionString), .. settings];
        string kept;
        await using (var first = new DataServices(_folder.At("elsewhere"), own))
        {
            await first.RunAsync();
            kept = first.Get<IDataProtectionProvider>().CreateProtector("test").Protect("hello");
            Assert.False(Directory.Exists(_folder.At("elsewhere/keys")));
        }

        await using var again = new DataServices(_folder.At("elsewhere"), own);
        await again.RunAsync();
        Assert.Equal("hello", Unprotect(again, kept));
    }

    [Fact]
    public async Task A_certificate_with_another_password_is_a_refusal_that_names_the_setting()
    {
        var settings = Certificate("right");
        settings[1].Value = "wrong";
        await using var app = New(settings);
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(app.RunAsync);
        Assert.Contains("DLP__DataProtection__CertificatePassword", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_keeps_its_key_for_found_values_and_no_other_has_the_same()
    {
        var organisations = await OrganisationsAsync();
        await using var app = await StartAsync();
        await using var node = await StartAsync();
        var keys = await Task.WhenAll(new[] { app, node, app, node }.Select(async (services, i) =>
            Convert.ToHexString((await services.Get<FoundValueKeyReader>().ReadAsync(organisations[0], CancellationToken.None)).Span)));
        var other = await app.Get<FoundValueKeyReader>().ReadAsync(organisations[1], CancellationToken.None);
        Assert.Single(keys.Distinct());
        Assert.Equal(64, keys[0].Length);
        Assert.NotEqual(keys[0], Convert.ToHexString(other.Span));
        await using var db = _database.NewContext();
        Assert.All(await db.Set<FoundValueKey>().Select(key => key.ProtectedKey).ToListAsync(), stored => Assert.DoesNotContain(keys[0], Convert.ToHexString(stored), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_for_found_values_copied_into_another_organisation_does_not_open_there()
    {
        var organisations = await OrganisationsAsync();
        await using (var app = await StartAsync())
        {
            await app.Get<FoundValueKeyReader>().ReadAsync(organisations[0], CancellationToken.None);
        }

        await using (var db = _database.NewContext())
        {
            var key = await db.Set<FoundValueKey>().AsNoTracking().SingleAsync();
            key.OrganisationId = organisations[1];
            db.Add(key);
            await db.SaveChangesAsync();
        }

        await using var next = await StartAsync();
        await Assert.ThrowsAsync<CryptographicException>(async () => await next.Get<FoundValueKeyReader>().ReadAsync(organisations[1], CancellationToken.None));
    }

    private async Task<Guid[]> OrganisationsAsync()
    {
        Guid[] ids = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        await using var db = _database.NewContext();
        db.AddRange(ids.Select(id => new Organisation { Id = id, Name = "One" }));
        await db.SaveChangesAsync();
        return ids;
    }

    private (string Key, string Value)[] Certificate(string password)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=dlp", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(90));
        var path = _folder.At("keys.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, password));
        return [("DataProtection:CertificatePath", path), ("DataProtection:CertificatePassword", password)];
    }

    private DataServices New(params (string Key, string Value)[] settings) =>
        new(_folder.Path, [("Database:ConnectionString", _database.ConnectionString), .. settings]);

    private async Task<DataServices> StartAsync(params (string Key, string Value)[] settings)
    {
        var app = New(settings);
        await app.RunAsync();
        return app;
    }

    private static string Protect(DataServices app) => app.Get<IDataProtectionProvider>().CreateProtector("test").Protect("hello");

    private static string Unprotect(DataServices app, string secret) => app.Get<IDataProtectionProvider>().CreateProtector("test").Unprotect(secret);
}
