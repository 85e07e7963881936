namespace DlpDashboard.Tests.Testing;

/// <summary>The tests that share the S3 server.</summary>
[CollectionDefinition(Name)]
public sealed class RadosGatewayTests : ICollectionFixture<RadosGateway>
{
    public const string Name = "radosgw";
}
