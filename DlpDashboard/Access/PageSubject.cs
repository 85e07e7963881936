namespace DlpDashboard.Access;

/// <summary>What a page with an <c>Id</c> in its address is about. Registered by the page's room, so that the document of an id that leads nowhere answers 404; the page itself says what to do.</summary>
/// <param name="Page">The page's component.</param>
/// <param name="Exists">Whether this person's organisation has such a thing.</param>
public sealed record PageSubject(Type Page, Func<IServiceProvider, Actor, Guid, CancellationToken, Task<bool>> Exists);
