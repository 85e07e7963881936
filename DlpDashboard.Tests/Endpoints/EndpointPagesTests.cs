using AngleSharp.Dom;
using Bunit;
using DlpDashboard.Access;
using DlpDashboard.Endpoints;
using DlpDashboard.Endpoints.Pages;
using DlpDashboard.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Endpoints;

public sealed class EndpointPagesTests(EndpointWorld world) : IClassFixture<EndpointWorld>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_new_endpoint_is_added_from_the_form()
    {
        var actor = await world.NewActorAsync();
        await using var stage = new PageStage(world, actor);
        var page = stage.Render<NewEndpointPage>();
        page.Find("input[value=local]").Change("local");
        ByLabel(page, "Name").Change("From the form");
        ByLabel(page, "Folder").Change(world.NewFolder());
        page.Find("form.sheet").Submit();

        page.WaitForAssertion(() => Assert.Contains("/endpoints/", stage.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal), Patience);
        Assert.Equal("From the form", Assert.Single((await world.Reader.ListAsync(actor, EndpointFilter.None, null, 10, default)).Items).Name);
    }

    [Fact]
    public async Task The_form_asks_for_what_the_chosen_credentials_need()
    {
        await using var stage = new PageStage(world, await world.NewActorAsync());
        var page = stage.Render<NewEndpointPage>();
        page.Find("input[value=aws]").Change("aws");

        Assert.NotNull(ByLabel(page, "Secret access key"));
        ByLabel(page, "Credentials").Change("profile");

        Assert.NotNull(ByLabel(page, "Profile"));
        Assert.DoesNotContain(page.FindAll("label"), label => label.TextContent.StartsWith("Secret access key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_broken_rule_is_said_at_its_field()
    {
        await using var stage = new PageStage(world, await world.NewActorAsync());
        var page = stage.Render<NewEndpointPage>();
        page.Find("input[value=aws]").Change("aws");
        ByLabel(page, "Name").Change("Rules");
        ByLabel(page, "Region").Change("eu-central-1");
        page.Find("form.sheet").Submit();

        page.WaitForAssertion(() =>
        {
            var field = ByLabel(page, "Access key id");
            Assert.Equal("true", field.GetAttribute("aria-invalid"));
            Assert.Contains("missing", page.Find("#setting-accessKeyId-error").TextContent, StringComparison.Ordinal);
        }, Patience);
    }

    [Fact]
    public async Task All_broken_rules_are_said_at_once_and_one_that_is_mended_is_not_said_any_more()
    {
        await using var stage = new PageStage(world, await world.NewActorAsync());
        var page = stage.Render<NewEndpointPage>();
        page.Find("input[value=aws]").Change("aws");
        ByLabel(page, "Buckets").Change(new string('x', 4001));
        ByLabel(page, "Prefix").Change(new string('p', 1025));
        page.Find("form.sheet").Submit();

        string[] wrong = ["endpoint-name", "endpoint-buckets"];
        page.WaitForAssertion(() => Assert.All(wrong, id => Assert.Equal("true", page.Find($"#{id}").GetAttribute("aria-invalid"))), Patience);
        ByLabel(page, "Buckets").Change("logs-*");
        page.Find("form.sheet").Submit();
        wrong = ["endpoint-name", "endpoint-prefix", "setting-accessKeyId", "setting-secretAccessKey"];
        page.WaitForAssertion(() => Assert.All(wrong, id => Assert.Equal("true", page.Find($"#{id}").GetAttribute("aria-invalid"))), Patience);
        Assert.Null(page.Find("#endpoint-buckets").GetAttribute("aria-invalid"));

        ByLabel(page, "Name").Change("Named");
        Assert.Null(page.Find("#endpoint-name").GetAttribute("aria-invalid"));
        Assert.Equal("true", page.Find("#endpoint-prefix").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_kept_secret_is_shown_as_set_and_never_as_a_value()
    {
        var actor = await world.NewActorAsync();
        var secret = "planted" + Guid.CreateVersion7().ToString("N");
        var id = (await world.AddAsync(actor, EndpointWorld.BucketDraft("<b>Bold</b>", secret))).Row.Id;
        await using var stage = new PageStage(world, actor);
        var page = stage.Render<EndpointPage>(parameters => parameters.Add(p => p.Id, id));

        page.WaitForAssertion(() => Assert.Single(page.FindAll("button"), button => button.GetAttribute("aria-label") == "Replace Secret access key"), Patience);
        Assert.DoesNotContain(secret, page.Markup, StringComparison.Ordinal);
        Assert.Equal("<b>Bold</b>", page.Find("h1").TextContent);
        Assert.Empty(page.FindAll("h1 b"));
    }

    [Fact]
    public async Task Two_people_who_save_see_both_values_and_may_choose()
    {
        var actor = await world.NewActorAsync();
        var folder = world.NewFolder();
        var id = (await world.AddAsync(actor, world.FolderDraft("Both", folder))).Row.Id;
        await using var stage = new PageStage(world, actor);
        var page = stage.Render<EndpointPage>(parameters => parameters.Add(p => p.Id, id));
        page.WaitForAssertion(() => ByLabel(page, "Name"), Patience);
        await world.Service.EditAsync(actor with { Name = "Colleague" }, id, null, world.FolderDraft("Theirs", folder), default);

        ByLabel(page, "Name").Change("Mine");
        page.Find("form.sheet").Submit();
        page.WaitForAssertion(() => Assert.Contains("Colleague changed this endpoint", page.Find("section.conflict h2").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(["Mine", "Theirs"], page.FindAll("section.conflict td").Select(cell => cell.TextContent));
        page.FindAll("section.conflict button").Single(button => button.TextContent == "Save mine over it").Click();

        page.WaitForAssertion(() => Assert.Equal("Mine", page.Find("h1").TextContent), Patience);
        Assert.Empty(page.FindAll("section.conflict"));
        Assert.Equal(("Mine", 3), await NameAndVersionAsync(actor, id));
    }

    [Fact]
    public async Task A_test_shows_its_steps_in_the_form()
    {
        var actor = await world.NewActorAsync();
        var id = (await world.AddAsync(actor, world.FolderDraft("Shown"))).Row.Id;
        await using var stage = new PageStage(world, actor);
        var page = stage.Render<EndpointPage>(parameters => parameters.Add(p => p.Id, id));
        page.WaitForAssertion(() => ByLabel(page, "Name"), Patience);
        Button(page, "Test connection").Click();

        page.WaitForAssertion(() => Assert.Equal(["reach", "list", "read"], page.FindAll("ol.steps li").Select(step => step.GetAttribute("data-step"))), Patience);
        page.WaitForAssertion(() => Assert.Contains("OK", page.Find("li[data-step=reach]").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Deleting_tells_what_goes_and_asks_for_the_name()
    {
        var actor = await world.NewActorAsync();
        var id = (await world.AddAsync(actor, world.FolderDraft("Typed"))).Row.Id;
        world.Dependent.Give(id, 12);
        await using var stage = new PageStage(world, actor);
        var page = stage.Render<EndpointPage>(parameters => parameters.Add(p => p.Id, id));
        page.WaitForAssertion(() => Button(page, "Delete endpoint"), Patience);
        Button(page, "Delete endpoint").Click();

        page.WaitForAssertion(() => Assert.Contains("12 things", page.Find("ul.goes").TextContent, StringComparison.Ordinal), Patience);
        Assert.True(Button(page, "Delete for good").HasAttribute("disabled"));
        page.Find("label.typed input").Input("Typed");
        page.Find("form.ask").Submit();

        page.WaitForAssertion(() => Assert.EndsWith("/endpoints", stage.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal), Patience);
        Assert.Equal(EndpointProblems.NotFound, (await world.Reader.GetAsync(actor, id, default)).Problem);
    }

    [Fact]
    public async Task Who_may_only_look_gets_no_way_to_change()
    {
        var owner = await world.NewActorAsync();
        var id = (await world.AddAsync(owner, world.FolderDraft("Look"))).Row.Id;
        await using var stage = new PageStage(world, owner with { Permissions = new HashSet<string> { Permissions.EndpointsRead } });
        var page = stage.Render<EndpointPage>(parameters => parameters.Add(p => p.Id, id));

        page.WaitForAssertion(() => Assert.True(ByLabel(page, "Name").HasAttribute("disabled")), Patience);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent is "Save changes" or "Delete endpoint" or "Test connection");
    }

    [Fact]
    public async Task An_endpoint_of_others_is_not_there()
    {
        var id = (await world.AddAsync(await world.NewActorAsync(), world.FolderDraft("Theirs"))).Row.Id;
        await using var stage = new PageStage(world, await world.NewActorAsync());
        var page = stage.Render<EndpointPage>(parameters => parameters.Add(p => p.Id, id));

        page.WaitForAssertion(() => Assert.Contains(EndpointProblems.NotFound.Sentence, page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Leaving_with_unsaved_values_is_asked_first()
    {
        await using var stage = new PageStage(world, await world.NewActorAsync());
        var page = stage.Render<NewEndpointPage>();
        ByLabel(page, "Name").Change("Unsaved");
        var navigation = stage.Services.GetRequiredService<NavigationManager>();
        var before = navigation.Uri;
        await page.InvokeAsync(() => navigation.NavigateTo(Links.Endpoints));

        page.WaitForAssertion(() => Assert.Contains("Leave without saving?", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(before, navigation.Uri);
        page.Find("form.ask").Submit();
        page.WaitForAssertion(() => Assert.EndsWith(Links.Endpoints, navigation.Uri, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Leaving_the_page_ends_a_test_that_runs()
    {
        var actor = await world.NewActorAsync();
        using var silent = new SilentServer();
        var draft = EndpointWorld.BucketDraft("Left", "a-secret");
        draft.Settings["serviceUrl"] = silent.Url;
        var id = (await world.AddAsync(actor, draft)).Row.Id;
        await using var stage = new PageStage(world, actor);
        var page = stage.Render<EndpointPage>(parameters => parameters.Add(p => p.Id, id));
        page.WaitForAssertion(() => Button(page, "Test connection"), Patience);
        Button(page, "Test connection").Click();
        await silent.Asked;

        await stage.DisposeComponentsAsync().WaitAsync(Patience);

        Assert.False(stage.Renderer.UnhandledException.IsCompleted);
        Assert.Null((await world.Reader.GetAsync(actor, id, default)).Value!.Row.TestedUtc);
    }

    [Fact]
    public async Task A_running_test_can_be_cancelled()
    {
        var actor = await world.NewActorAsync();
        using var silent = new SilentServer();
        var draft = EndpointWorld.BucketDraft("Cancelled", "a-secret");
        draft.Settings["serviceUrl"] = silent.Url;
        var id = (await world.AddAsync(actor, draft)).Row.Id;
        await using var stage = new PageStage(world, actor);
        var page = stage.Render<EndpointPage>(parameters => parameters.Add(p => p.Id, id));
        page.WaitForAssertion(() => Button(page, "Test connection"), Patience);
        Button(page, "Test connection").Click();
        await silent.Asked;
        page.WaitForAssertion(() => Button(page, "Cancel test"), Patience);
        Button(page, "Cancel test").Click();

        page.WaitForAssertion(() => Assert.Contains("The test was cancelled.", page.Markup, StringComparison.Ordinal), Patience);
        Assert.NotNull(Button(page, "Test connection"));
    }

    [Fact]
    public async Task What_was_just_added_is_tested_by_itself()
    {
        var actor = await world.NewActorAsync();
        var id = (await world.AddAsync(actor, world.FolderDraft("Just added"))).Row.Id;
        await using var stage = new PageStage(world, actor);
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo(Links.Endpoint(id), new NavigationOptions { HistoryEntryState = "test" });
        var page = stage.Render<EndpointPage>(parameters => parameters.Add(p => p.Id, id));

        page.WaitForAssertion(() => Assert.Equal(["reach", "list", "read"], page.FindAll("ol.steps li").Select(step => step.GetAttribute("data-step"))), Patience);
        page.WaitForAssertion(() => Assert.DoesNotContain("Testing", page.Find("[role=status]").TextContent, StringComparison.Ordinal), Patience);
        Assert.NotNull((await world.Reader.GetAsync(actor, id, default)).Value!.Row.TestedUtc);
    }

    private async Task<(string Name, int Version)> NameAndVersionAsync(Actor actor, Guid id)
    {
        var row = (await world.Reader.GetAsync(actor, id, default)).Value!.Row;
        return (row.Name, row.Version);
    }

    private static IElement ByLabel<T>(IRenderedComponent<T> page, string label)
        where T : IComponent
    {
        var found = page.FindAll("label").First(element => element.TextContent.Trim() == label || element.TextContent.Trim() == label + "optional");
        return page.Find("#" + found.GetAttribute("for"));
    }

    private static IElement Button<T>(IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll("button").First(button => button.TextContent.Trim() == text);
}
