using DlpDashboard.Web;
using Microsoft.AspNetCore.Http;

namespace DlpDashboard.Tests.Web;

public sealed class EntityTagsTests
{
    [Fact]
    public void The_version_comes_back_as_it_was_set()
    {
        var context = new DefaultHttpContext();
        context.Response.SetVersion("v-17");
        context.Request.Headers.IfMatch = context.Response.Headers.ETag;
        Assert.Equal("v-17", context.Request.ExpectedVersion());
    }

    [Theory]
    [InlineData("*")]
    [InlineData(null)]
    public void No_version_is_expected_where_none_is_named(string? header)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.IfMatch = header;
        Assert.Null(context.Request.ExpectedVersion());
    }

    [Theory]
    [InlineData("W/\"v\"")]
    [InlineData("\"a\", \"b\"")]
    [InlineData("v")]
    [InlineData("\"")]
    [InlineData("")]
    public void Weak_several_or_broken_tags_equal_no_version(string header)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.IfMatch = header;
        Assert.Equal("", context.Request.ExpectedVersion());
    }
}
