using DlpDashboard.Endpoints;

namespace DlpDashboard.Tests.Endpoints;

public sealed class EndpointHostileInputTests(EndpointWorld world) : IClassFixture<EndpointWorld>
{
    public static TheoryData<string?, string> BadNames => new()
    {
        { null, "endpoints.name-missing" },
        { "   ", "endpoints.name-missing" },
        { new string('x', 10_000), "endpoints.name-too-long" },
        { "a\u0000b", "endpoints.name-unusable" },
        { "a\nb", "endpoints.name-unusable" },
        { "a\u202Egnp.exe", "endpoints.name-unusable" },
        { "a\u2066b", "endpoints.name-unusable" },
        { "a\uFEFFb", "endpoints.name-unusable" },
        { "half \uD83D", "endpoints.name-unusable" },
    };

    [Theory]
    [MemberData(nameof(BadNames))]
    public async Task A_name_that_hides_or_breaks_text_is_refused(string? name, string code)
    {
        var draft = world.FolderDraft("x");
        draft.Name = name;

        var added = await world.Service.AddAsync(await world.NewActorAsync(), draft, default);

        Assert.Equal((code, "name"), (added.Problem?.Code, added.Problem?.Field));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("'; DROP TABLE \"StorageEndpoints\"; --")]
    [InlineData("بيانات العملاء")]
    [InlineData("👩‍🔬 lab %_[]")]
    public async Task A_name_in_any_script_is_kept_as_it_is(string name)
    {
        var actor = await world.NewActorAsync();
        await world.AddAsync(actor, world.FolderDraft(name));

        Assert.Equal(name, Assert.Single((await world.Reader.ListAsync(actor, new EndpointFilter(name), null, 10, default)).Items).Name);
    }

    [Theory]
    [InlineData("/etc")]
    [InlineData("relative/path")]
    [InlineData("/tmp/../etc")]
    [InlineData("")]
    [InlineData("/tmp/\0")]
    public async Task A_folder_outside_the_allowed_roots_is_refused(string root)
    {
        var added = await world.Service.AddAsync(await world.NewActorAsync(), world.FolderDraft("Outside", root), default);

        Assert.False(added.Succeeded);
        Assert.Equal("root", added.Problem.Field);
    }

    [Fact]
    public async Task A_link_out_of_the_allowed_roots_is_refused()
    {
        var link = Path.Combine(world.NewFolder(), "out");
        Directory.CreateSymbolicLink(link, "/etc");

        Assert.False((await world.Service.AddAsync(await world.NewActorAsync(), world.FolderDraft("Link", link), default)).Succeeded);
    }

    [Theory]
    [InlineData("https://user:password@storage.example.test")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[fd00:ec2::254]")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://2852039166/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://storage.example.test/?x=1")]
    [InlineData("javascript:alert(1)")]
    public async Task A_service_url_with_a_password_or_to_the_machines_own_credentials_is_refused(string url)
    {
        var draft = EndpointWorld.BucketDraft("Url", "a-secret");
        draft.Settings["serviceUrl"] = url;

        var added = await world.Service.AddAsync(await world.NewActorAsync(), draft, default);

        Assert.Equal("serviceUrl", added.Problem?.Field);
        Assert.DoesNotContain("password@", added.Problem!.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("region", "evil.example.test/x", "region")]
    [InlineData("credentials", "guess", "credentials")]
    [InlineData("roleArn", "not an arn", "roleArn")]
    [InlineData("surprise", "value", "settings")]
    public async Task A_setting_out_of_its_form_is_named(string field, string value, string named)
    {
        var draft = EndpointWorld.BucketDraft("Form", "a-secret");
        draft.Settings[field] = value;

        Assert.Equal(named, (await world.Service.AddAsync(await world.NewActorAsync(), draft, default)).Problem?.Field);
    }

    [Fact]
    public async Task Text_without_bound_or_that_no_database_keeps_is_refused()
    {
        var actor = await world.NewActorAsync();

        Assert.Equal("bucketFilter", await FieldAsync(draft => draft.BucketFilter = new string('b', 5000)));
        Assert.Equal("bucketFilter", await FieldAsync(draft => draft.BucketFilter = "a\0"));
        Assert.Equal("prefix", await FieldAsync(draft => draft.Prefix = new string('p', 1025)));
        Assert.Equal("prefix", await FieldAsync(draft => draft.Prefix = "half \uD83D"));
        Assert.Equal("settings", await FieldAsync(draft => draft.Settings["sessionToken"] = new string('t', 100_000)));
        Assert.Equal("settings", await FieldAsync(draft =>
        {
            for (var n = 0; n < 1000; n++)
            {
                draft.Settings[$"f{n}"] = "x";
            }
        }));
        Assert.Equal("provider", await FieldAsync(draft => draft.Provider = "mainframe"));
        Assert.Equal("provider", await FieldAsync(draft => draft.Provider = null));

        async Task<string?> FieldAsync(Action<EndpointDraft> spoil)
        {
            var draft = EndpointWorld.BucketDraft("Bound", "a-secret");
            spoil(draft);
            return (await world.Service.AddAsync(actor, draft, default)).Problem?.Field;
        }
    }
}
