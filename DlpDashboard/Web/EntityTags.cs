using Microsoft.Net.Http.Headers;

namespace DlpDashboard.Web;

/// <summary>
/// <c>ETag</c> and <c>If-Match</c> (RFC 9110, sections 8.8.3 and 13.1.1) where two people may edit: a GET answers with the version, a PUT
/// that names it is refused with 412 when somebody else was faster.
/// </summary>
public static class EntityTags
{
    /// <summary>Sets the answer's tag.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="version">The row's version; letters, digits and dashes.</param>
    public static void SetVersion(this HttpResponse response, string version) =>
        response.GetTypedHeaders().ETag = new EntityTagHeaderValue($"\"{version}\"");

    /// <summary>The version that the caller expects, or null where it named none or <c>*</c>.</summary>
    /// <returns>The version; several, a weak or a malformed one give a version that equals none.</returns>
    public static string? ExpectedVersion(this HttpRequest request)
    {
        if (!request.Headers.TryGetValue(HeaderNames.IfMatch, out var header) || header == "*")
        {
            return null;
        }

        return EntityTagHeaderValue.TryParse(header.ToString(), out var tag) && !tag.IsWeak ? tag.Tag.ToString().Trim('"') : "";
    }
}
