using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DlpDashboard.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ActorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActorName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Action = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    SubjectKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SubjectId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    SubjectName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Details = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BucketCoverages",
                columns: table => new
                {
                    BucketId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Bucket = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    Objects = table.Column<long>(type: "bigint", nullable: false),
                    Read = table.Column<long>(type: "bigint", nullable: false),
                    Partial = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    IsWhole = table.Column<bool>(type: "bit", nullable: false),
                    ScannedUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BucketCoverages", x => x.BucketId);
                });

            migrationBuilder.CreateTable(
                name: "BucketFindingTotals",
                columns: table => new
                {
                    BucketId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DetectorId = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Severity = table.Column<int>(type: "int", nullable: false),
                    Likelihood = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Bucket = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    Category = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Findings = table.Column<long>(type: "bigint", nullable: false),
                    Values = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BucketFindingTotals", x => new { x.BucketId, x.DetectorId, x.Severity, x.Likelihood, x.Status });
                });

            migrationBuilder.CreateTable(
                name: "BucketMarks",
                columns: table => new
                {
                    ScopeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Marks = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BucketMarks", x => x.ScopeId);
                });

            migrationBuilder.CreateTable(
                name: "BucketRiskDays",
                columns: table => new
                {
                    BucketId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DayUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Risk = table.Column<int>(type: "int", nullable: false),
                    Exposure = table.Column<int>(type: "int", nullable: false),
                    Sensitivity = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BucketRiskDays", x => new { x.BucketId, x.DayUtc });
                });

            migrationBuilder.CreateTable(
                name: "BucketRisks",
                columns: table => new
                {
                    BucketId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Bucket = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    Region = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Risk = table.Column<int>(type: "int", nullable: false),
                    Rank = table.Column<int>(type: "int", nullable: false),
                    Exposure = table.Column<int>(type: "int", nullable: false),
                    Anonymous = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OtherAccounts = table.Column<int>(type: "int", nullable: false),
                    IsRead = table.Column<bool>(type: "bit", nullable: false),
                    IsFolder = table.Column<bool>(type: "bit", nullable: false),
                    IsAccepted = table.Column<bool>(type: "bit", nullable: false),
                    Sensitivity = table.Column<int>(type: "int", nullable: false),
                    Band = table.Column<int>(type: "int", nullable: false),
                    TypesJson = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Types = table.Column<int>(type: "int", nullable: false),
                    Values = table.Column<long>(type: "bigint", nullable: false),
                    Findings = table.Column<long>(type: "bigint", nullable: false),
                    Objects = table.Column<long>(type: "bigint", nullable: false),
                    ObjectsRead = table.Column<long>(type: "bigint", nullable: false),
                    ObjectsPartial = table.Column<long>(type: "bigint", nullable: false),
                    IsWhole = table.Column<bool>(type: "bit", nullable: false),
                    ScannedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SinceUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    JoinedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BucketRisks", x => x.BucketId);
                });

            migrationBuilder.CreateTable(
                name: "Events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Type = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Severity = table.Column<int>(type: "int", nullable: false),
                    Sentence = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Link = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ActorName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Status = table.Column<int>(type: "int", nullable: false),
                    StatusBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    StatusAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Findings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ObjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Bucket = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    ObjectKey = table.Column<string>(type: "nvarchar(2048)", maxLength: 2048, nullable: false),
                    DetectorId = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Category = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Severity = table.Column<int>(type: "int", nullable: false),
                    Likelihood = table.Column<int>(type: "int", nullable: false),
                    Count = table.Column<long>(type: "bigint", nullable: false),
                    FirstSeenUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastSeenUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastScanId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    GoneUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SamplesJson = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    SamplesHash = table.Column<long>(type: "bigint", nullable: false),
                    SamplesRemovedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Status = table.Column<int>(type: "int", nullable: false),
                    StatusBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    StatusAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    StatusReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Findings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FindingStatusChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FindingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    From = table.Column<int>(type: "int", nullable: false),
                    To = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FindingStatusChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FindingTotals",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DetectorId = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Severity = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    Findings = table.Column<long>(type: "bigint", nullable: false),
                    Values = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FindingTotals", x => new { x.OrganisationId, x.EndpointId, x.DetectorId, x.Severity, x.Status });
                });

            migrationBuilder.CreateTable(
                name: "Organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organisations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PostureBuckets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Provider = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    Region = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    CreatedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IsPublic = table.Column<bool>(type: "bit", nullable: true),
                    AnonymousAccess = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CrossAccounts = table.Column<int>(type: "int", nullable: false),
                    Standing = table.Column<int>(type: "int", nullable: false),
                    Score = table.Column<int>(type: "int", nullable: false),
                    Passed = table.Column<int>(type: "int", nullable: false),
                    Failed = table.Column<int>(type: "int", nullable: false),
                    FailedCritical = table.Column<int>(type: "int", nullable: false),
                    FailedHigh = table.Column<int>(type: "int", nullable: false),
                    FailedMedium = table.Column<int>(type: "int", nullable: false),
                    FailedLow = table.Column<int>(type: "int", nullable: false),
                    Unknown = table.Column<int>(type: "int", nullable: false),
                    Suppressed = table.Column<int>(type: "int", nullable: false),
                    FirstSeenUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReadUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastRefreshId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    VanishedUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostureBuckets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PostureCheckTallies",
                columns: table => new
                {
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CheckId = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Passed = table.Column<int>(type: "int", nullable: false),
                    Failed = table.Column<int>(type: "int", nullable: false),
                    Unknown = table.Column<int>(type: "int", nullable: false),
                    Accepted = table.Column<int>(type: "int", nullable: false),
                    NotApplicable = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostureCheckTallies", x => new { x.EndpointId, x.CheckId });
                });

            migrationBuilder.CreateTable(
                name: "PostureDocuments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ScopeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    FirstSeenUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastSeenUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IsCurrent = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostureDocuments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PostureEndpointTallies",
                columns: table => new
                {
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Provider = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Buckets = table.Column<int>(type: "int", nullable: false),
                    Secure = table.Column<int>(type: "int", nullable: false),
                    Insecure = table.Column<int>(type: "int", nullable: false),
                    Public = table.Column<int>(type: "int", nullable: false),
                    ChecksFailed = table.Column<int>(type: "int", nullable: false),
                    ChecksFailedCritical = table.Column<int>(type: "int", nullable: false),
                    ChecksAccepted = table.Column<int>(type: "int", nullable: false),
                    ReadUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostureEndpointTallies", x => x.EndpointId);
                });

            migrationBuilder.CreateTable(
                name: "PostureRefreshes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Buckets = table.Column<int>(type: "int", nullable: false),
                    Insecure = table.Column<int>(type: "int", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AskedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    AskedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    StartedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Failure = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    LeaseOwner = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    LeaseUntilUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LeaseToken = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostureRefreshes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PostureResults",
                columns: table => new
                {
                    BucketId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CheckId = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Severity = table.Column<int>(type: "int", nullable: false),
                    Verdict = table.Column<int>(type: "int", nullable: false),
                    Sentence = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    SinceUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IsSuppressed = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostureResults", x => new { x.BucketId, x.CheckId });
                });

            migrationBuilder.CreateTable(
                name: "PostureSuppressions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BucketId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CheckId = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OwnerName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    CreatedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ExpiresUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostureSuppressions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PostureTimings",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HourUtc = table.Column<int>(type: "int", nullable: true),
                    DoneUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostureTimings", x => x.OrganisationId);
                });

            migrationBuilder.CreateTable(
                name: "ProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Xml = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RetentionRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AskedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AskedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AskedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    State = table.Column<int>(type: "int", nullable: false),
                    ReachUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    StartedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Removed = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Sentence = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ScanFindingChanges",
                columns: table => new
                {
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ScanId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FindingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WasKnown = table.Column<bool>(type: "bit", nullable: false),
                    CountBefore = table.Column<long>(type: "bigint", nullable: true),
                    CountAfter = table.Column<long>(type: "bigint", nullable: true),
                    SeverityBefore = table.Column<int>(type: "int", nullable: true),
                    SeverityAfter = table.Column<int>(type: "int", nullable: true),
                    LikelihoodBefore = table.Column<int>(type: "int", nullable: true),
                    LikelihoodAfter = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScanFindingChanges", x => new { x.EndpointId, x.ScanId, x.FindingId });
                });

            migrationBuilder.CreateTable(
                name: "ScanFindingTotals",
                columns: table => new
                {
                    ScanId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Low = table.Column<long>(type: "bigint", nullable: false),
                    Medium = table.Column<long>(type: "bigint", nullable: false),
                    High = table.Column<long>(type: "bigint", nullable: false),
                    Critical = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScanFindingTotals", x => x.ScanId);
                });

            migrationBuilder.CreateTable(
                name: "ScannedObjects",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Bucket = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    Key = table.Column<string>(type: "nvarchar(2048)", maxLength: 2048, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    ModifiedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Findings = table.Column<int>(type: "int", nullable: false),
                    Detections = table.Column<long>(type: "bigint", nullable: false),
                    DetectorSet = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    LastScanId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LastScannedUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScannedObjects", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Scans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Provider = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    RequestedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RequestedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    RequestedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    QueuedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StartedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PreviousScanId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Plan = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Priority = table.Column<int>(type: "int", nullable: false),
                    Unchanged = table.Column<long>(type: "bigint", nullable: false),
                    ObjectsListed = table.Column<long>(type: "bigint", nullable: false),
                    BytesListed = table.Column<long>(type: "bigint", nullable: false),
                    IsListed = table.Column<bool>(type: "bit", nullable: false),
                    BytesDone = table.Column<long>(type: "bigint", nullable: false),
                    BytesRead = table.Column<long>(type: "bigint", nullable: false),
                    Detections = table.Column<long>(type: "bigint", nullable: false),
                    ValuesLeftOut = table.Column<long>(type: "bigint", nullable: false),
                    Findings = table.Column<long>(type: "bigint", nullable: false),
                    Vanished = table.Column<long>(type: "bigint", nullable: false),
                    UnlistedBuckets = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Checkpoint = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    LeaseOwner = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    LeaseToken = table.Column<long>(type: "bigint", nullable: false),
                    Writes = table.Column<long>(type: "bigint", nullable: false),
                    LeaseUntilUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CancelRequestedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PauseRequestedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    GoingSinceUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    BytesReadBefore = table.Column<long>(type: "bigint", nullable: false),
                    FailureSentence = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    Counts_ColdStorage = table.Column<long>(type: "bigint", nullable: false),
                    Counts_Denied = table.Column<long>(type: "bigint", nullable: false),
                    Counts_Encrypted = table.Column<long>(type: "bigint", nullable: false),
                    Counts_Failed = table.Column<long>(type: "bigint", nullable: false),
                    Counts_Partial = table.Column<long>(type: "bigint", nullable: false),
                    Counts_Scanned = table.Column<long>(type: "bigint", nullable: false),
                    Counts_TooLarge = table.Column<long>(type: "bigint", nullable: false),
                    Counts_Unsupported = table.Column<long>(type: "bigint", nullable: false),
                    LeftOut_Bytes = table.Column<long>(type: "bigint", nullable: false),
                    LeftOut_Extension = table.Column<long>(type: "bigint", nullable: false),
                    LeftOut_Pattern = table.Column<long>(type: "bigint", nullable: false),
                    LeftOut_Prefix = table.Column<long>(type: "bigint", nullable: false),
                    LeftOut_Sample = table.Column<long>(type: "bigint", nullable: false),
                    LeftOut_Size = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Scans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ScanSchedules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Plan = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Priority = table.Column<int>(type: "int", nullable: false),
                    Recurrence = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    TimeZone = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Misfire = table.Column<int>(type: "int", nullable: false),
                    IsEnabled = table.Column<bool>(type: "bit", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OwnerName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    NextUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastOutcome = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScanSchedules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ScheduleFirings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ScheduleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DueUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AskedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Outcome = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ScanId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScheduleFirings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StorageBuckets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Provider = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    SearchName = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    Region = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Objects = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    GrowthBytes = table.Column<long>(type: "bigint", nullable: false),
                    GrowthDays = table.Column<int>(type: "int", nullable: false),
                    CostMicros = table.Column<long>(type: "bigint", nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: true),
                    Uploads = table.Column<long>(type: "bigint", nullable: true),
                    UploadBytes = table.Column<long>(type: "bigint", nullable: true),
                    OldestUploadUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FormerVersions = table.Column<long>(type: "bigint", nullable: true),
                    FormerBytes = table.Column<long>(type: "bigint", nullable: true),
                    MeasuredUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Failure = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    LastMeasureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VanishedUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StorageBuckets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StorageCheckpoints",
                columns: table => new
                {
                    BucketId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    After = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    State = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Objects = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StorageCheckpoints", x => x.BucketId);
                });

            migrationBuilder.CreateTable(
                name: "StorageFigures",
                columns: table => new
                {
                    BucketId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StorageFigures", x => x.BucketId);
                });

            migrationBuilder.CreateTable(
                name: "StorageMeasures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Buckets = table.Column<int>(type: "int", nullable: false),
                    Unlisted = table.Column<int>(type: "int", nullable: false),
                    Objects = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AskedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    AskedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    StartedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Failure = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    LeaseOwner = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    LeaseUntilUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LeaseToken = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StorageMeasures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StorageSnapshots",
                columns: table => new
                {
                    ScopeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Month = table.Column<int>(type: "int", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Objects = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StorageSnapshots", x => new { x.ScopeId, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DisplayName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    MustChangePassword = table.Column<bool>(type: "bit", nullable: false),
                    FirstStepsHiddenUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreatedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    PasswordHash = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SecurityStamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    PhoneNumber = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "bit", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "bit", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Accounts_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CustomDetectors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DetectorId = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Definition = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Terms = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    TermCount = table.Column<int>(type: "int", nullable: false),
                    ContentHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    IsOn = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomDetectors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CustomDetectors_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DetectorProfiles",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Stamp = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DetectorProfiles", x => x.OrganisationId);
                    table.ForeignKey(
                        name: "FK_DetectorProfiles_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DetectorSwitches",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DetectorId = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    IsOn = table.Column<bool>(type: "bit", nullable: false),
                    Floor = table.Column<int>(type: "int", nullable: true),
                    Severity = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ChangedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DetectorSwitches", x => new { x.OrganisationId, x.DetectorId });
                    table.ForeignKey(
                        name: "FK_DetectorSwitches_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ExclusionRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Shown = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    ValueHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: true),
                    Detectors = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    IsOn = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExclusionRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExclusionRules_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FoundValueKeys",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProtectedKey = table.Column<byte[]>(type: "varbinary(1000)", maxLength: 1000, nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FoundValueKeys", x => x.OrganisationId);
                    table.ForeignKey(
                        name: "FK_FoundValueKeys_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OrganisationSettings",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Prices = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    LargestObjectBytes = table.Column<long>(type: "bigint", nullable: true),
                    ScansAtOnce = table.Column<int>(type: "int", nullable: true),
                    Retention = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ChangedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ChangedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganisationSettings", x => x.OrganisationId);
                    table.ForeignKey(
                        name: "FK_OrganisationSettings_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Roles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Permissions = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Roles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Roles_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StorageEndpoints",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    NameKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Provider = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Address = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    TargetKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    SearchText = table.Column<string>(type: "nvarchar(601)", maxLength: 601, nullable: false),
                    Settings = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    SecretNames = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ProtectedSecrets = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    BucketFilter = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Prefix = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    IsEnabled = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    UpdatedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    DeletedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TestedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TestPassed = table.Column<bool>(type: "bit", nullable: true),
                    TestSteps = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StorageEndpoints", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StorageEndpoints_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountClaims_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AccountLogins_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AccountTokens_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RoleAssignments",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RoleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleAssignments", x => new { x.AccountId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_RoleAssignments_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RoleAssignments_Roles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "Roles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountClaims_UserId",
                table: "AccountClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountLogins_UserId",
                table: "AccountLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Accounts",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_OrganisationId",
                table: "Accounts",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Accounts",
                column: "NormalizedUserName",
                unique: true,
                filter: "[NormalizedUserName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_OrganisationId_Action_AtUtc_Id",
                table: "AuditEntries",
                columns: new[] { "OrganisationId", "Action", "AtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_OrganisationId_ActorId_AtUtc_Id",
                table: "AuditEntries",
                columns: new[] { "OrganisationId", "ActorId", "AtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_OrganisationId_AtUtc_Id",
                table: "AuditEntries",
                columns: new[] { "OrganisationId", "AtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_BucketCoverages_EndpointId",
                table: "BucketCoverages",
                column: "EndpointId");

            migrationBuilder.CreateIndex(
                name: "IX_BucketFindingTotals_EndpointId",
                table: "BucketFindingTotals",
                column: "EndpointId");

            migrationBuilder.CreateIndex(
                name: "IX_BucketRiskDays_EndpointId",
                table: "BucketRiskDays",
                column: "EndpointId");

            migrationBuilder.CreateIndex(
                name: "IX_BucketRisks_EndpointId_Rank_BucketId",
                table: "BucketRisks",
                columns: new[] { "EndpointId", "Rank", "BucketId" });

            migrationBuilder.CreateIndex(
                name: "IX_BucketRisks_OrganisationId_Exposure_Band_Rank_BucketId",
                table: "BucketRisks",
                columns: new[] { "OrganisationId", "Exposure", "Band", "Rank", "BucketId" });

            migrationBuilder.CreateIndex(
                name: "IX_BucketRisks_OrganisationId_Rank_BucketId",
                table: "BucketRisks",
                columns: new[] { "OrganisationId", "Rank", "BucketId" });

            migrationBuilder.CreateIndex(
                name: "IX_CustomDetectors_OrganisationId_DetectorId",
                table: "CustomDetectors",
                columns: new[] { "OrganisationId", "DetectorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Events_OrganisationId_AtUtc_Id",
                table: "Events",
                columns: new[] { "OrganisationId", "AtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Events_OrganisationId_EndpointId_AtUtc_Id",
                table: "Events",
                columns: new[] { "OrganisationId", "EndpointId", "AtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Events_OrganisationId_Severity_AtUtc_Id",
                table: "Events",
                columns: new[] { "OrganisationId", "Severity", "AtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Events_OrganisationId_SubjectId_AtUtc_Id",
                table: "Events",
                columns: new[] { "OrganisationId", "SubjectId", "AtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ExclusionRules_OrganisationId_CreatedUtc_Id",
                table: "ExclusionRules",
                columns: new[] { "OrganisationId", "CreatedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Findings_ObjectId",
                table: "Findings",
                column: "ObjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_OrganisationId_DetectorId_FirstSeenUtc_Id",
                table: "Findings",
                columns: new[] { "OrganisationId", "DetectorId", "FirstSeenUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Findings_OrganisationId_EndpointId_FirstSeenUtc_Id",
                table: "Findings",
                columns: new[] { "OrganisationId", "EndpointId", "FirstSeenUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Findings_OrganisationId_FirstSeenUtc_Id",
                table: "Findings",
                columns: new[] { "OrganisationId", "FirstSeenUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Findings_OrganisationId_Severity_FirstSeenUtc_Id",
                table: "Findings",
                columns: new[] { "OrganisationId", "Severity", "FirstSeenUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Findings_OrganisationId_Status_FirstSeenUtc_Id",
                table: "Findings",
                columns: new[] { "OrganisationId", "Status", "FirstSeenUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Findings_OrganisationId_StatusAtUtc",
                table: "Findings",
                columns: new[] { "OrganisationId", "StatusAtUtc" },
                filter: "\"StatusAtUtc\" IS NOT NULL AND \"SamplesRemovedUtc\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FindingStatusChanges_FindingId_AtUtc",
                table: "FindingStatusChanges",
                columns: new[] { "FindingId", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_FindingStatusChanges_OrganisationId_EndpointId",
                table: "FindingStatusChanges",
                columns: new[] { "OrganisationId", "EndpointId" });

            migrationBuilder.CreateIndex(
                name: "IX_PostureBuckets_EndpointId_LastRefreshId",
                table: "PostureBuckets",
                columns: new[] { "EndpointId", "LastRefreshId" });

            migrationBuilder.CreateIndex(
                name: "IX_PostureBuckets_EndpointId_Score_Id",
                table: "PostureBuckets",
                columns: new[] { "EndpointId", "Score", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PostureBuckets_OrganisationId_IsPublic_Score_Id",
                table: "PostureBuckets",
                columns: new[] { "OrganisationId", "IsPublic", "Score", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PostureBuckets_OrganisationId_Provider_Score_Id",
                table: "PostureBuckets",
                columns: new[] { "OrganisationId", "Provider", "Score", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PostureBuckets_OrganisationId_Score_Id",
                table: "PostureBuckets",
                columns: new[] { "OrganisationId", "Score", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PostureBuckets_OrganisationId_Standing_Score_Id",
                table: "PostureBuckets",
                columns: new[] { "OrganisationId", "Standing", "Score", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PostureCheckTallies_OrganisationId",
                table: "PostureCheckTallies",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_PostureDocuments_EndpointId",
                table: "PostureDocuments",
                column: "EndpointId");

            migrationBuilder.CreateIndex(
                name: "IX_PostureDocuments_ScopeId_IsCurrent",
                table: "PostureDocuments",
                columns: new[] { "ScopeId", "IsCurrent" });

            migrationBuilder.CreateIndex(
                name: "IX_PostureDocuments_ScopeId_Name_FirstSeenUtc",
                table: "PostureDocuments",
                columns: new[] { "ScopeId", "Name", "FirstSeenUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_PostureEndpointTallies_OrganisationId",
                table: "PostureEndpointTallies",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_PostureRefreshes_EndpointId_AskedUtc_Id",
                table: "PostureRefreshes",
                columns: new[] { "EndpointId", "AskedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PostureRefreshes_OneAtATime",
                table: "PostureRefreshes",
                column: "EndpointId",
                unique: true,
                filter: "\"State\" <= 1");

            migrationBuilder.CreateIndex(
                name: "IX_PostureRefreshes_State_AskedUtc_Id",
                table: "PostureRefreshes",
                columns: new[] { "State", "AskedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PostureResults_EndpointId_CheckId",
                table: "PostureResults",
                columns: new[] { "EndpointId", "CheckId" });

            migrationBuilder.CreateIndex(
                name: "IX_PostureResults_OrganisationId_CheckId_Verdict_BucketId",
                table: "PostureResults",
                columns: new[] { "OrganisationId", "CheckId", "Verdict", "BucketId" });

            migrationBuilder.CreateIndex(
                name: "IX_PostureSuppressions_EndedUtc_ExpiresUtc",
                table: "PostureSuppressions",
                columns: new[] { "EndedUtc", "ExpiresUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_PostureSuppressions_EndpointId_ExpiresUtc",
                table: "PostureSuppressions",
                columns: new[] { "EndpointId", "ExpiresUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_PostureSuppressions_OrganisationId_CreatedUtc_Id",
                table: "PostureSuppressions",
                columns: new[] { "OrganisationId", "CreatedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RetentionRuns_OrganisationId_AskedUtc_Id",
                table: "RetentionRuns",
                columns: new[] { "OrganisationId", "AskedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RoleAssignments_RoleId",
                table: "RoleAssignments",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "IX_Roles_OrganisationId_Name",
                table: "Roles",
                columns: new[] { "OrganisationId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScanFindingTotals_EndpointId_AtUtc_ScanId",
                table: "ScanFindingTotals",
                columns: new[] { "EndpointId", "AtUtc", "ScanId" });

            migrationBuilder.CreateIndex(
                name: "IX_ScannedObjects_EndpointId_LastScanId_State_LastScannedUtc_Id",
                table: "ScannedObjects",
                columns: new[] { "EndpointId", "LastScanId", "State", "LastScannedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Scans_EndpointId_RequestedUtc_Id",
                table: "Scans",
                columns: new[] { "EndpointId", "RequestedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Scans_OneRunningPerEndpoint",
                table: "Scans",
                column: "EndpointId",
                unique: true,
                filter: "\"State\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Scans_OrganisationId_RequestedUtc_Id",
                table: "Scans",
                columns: new[] { "OrganisationId", "RequestedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Scans_OrganisationId_StartedUtc",
                table: "Scans",
                columns: new[] { "OrganisationId", "StartedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Scans_State_QueuedUtc_Id",
                table: "Scans",
                columns: new[] { "State", "QueuedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ScanSchedules_EndpointId",
                table: "ScanSchedules",
                column: "EndpointId");

            migrationBuilder.CreateIndex(
                name: "IX_ScanSchedules_OrganisationId_CreatedUtc_Id",
                table: "ScanSchedules",
                columns: new[] { "OrganisationId", "CreatedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ScheduleFirings_OrganisationId_AtUtc_Id",
                table: "ScheduleFirings",
                columns: new[] { "OrganisationId", "AtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ScheduleFirings_ScheduleId_AtUtc_Id",
                table: "ScheduleFirings",
                columns: new[] { "ScheduleId", "AtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StorageBuckets_EndpointId_Bytes_Id",
                table: "StorageBuckets",
                columns: new[] { "EndpointId", "Bytes", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StorageBuckets_EndpointId_LastMeasureId",
                table: "StorageBuckets",
                columns: new[] { "EndpointId", "LastMeasureId" });

            migrationBuilder.CreateIndex(
                name: "IX_StorageBuckets_OrganisationId_Bytes_Id",
                table: "StorageBuckets",
                columns: new[] { "OrganisationId", "Bytes", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StorageCheckpoints_EndpointId",
                table: "StorageCheckpoints",
                column: "EndpointId");

            migrationBuilder.CreateIndex(
                name: "IX_StorageEndpoints_DeletedUtc",
                table: "StorageEndpoints",
                column: "DeletedUtc");

            migrationBuilder.CreateIndex(
                name: "IX_StorageEndpoints_Name",
                table: "StorageEndpoints",
                columns: new[] { "OrganisationId", "NameKey" },
                unique: true,
                filter: "[NameKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StorageEndpoints_OrganisationId_CreatedUtc_Id",
                table: "StorageEndpoints",
                columns: new[] { "OrganisationId", "CreatedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StorageEndpoints_Target",
                table: "StorageEndpoints",
                columns: new[] { "OrganisationId", "TargetKey" },
                unique: true,
                filter: "[TargetKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StorageFigures_EndpointId",
                table: "StorageFigures",
                column: "EndpointId");

            migrationBuilder.CreateIndex(
                name: "IX_StorageMeasures_EndpointId_AskedUtc_Id",
                table: "StorageMeasures",
                columns: new[] { "EndpointId", "AskedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StorageMeasures_OneAtATime",
                table: "StorageMeasures",
                column: "EndpointId",
                unique: true,
                filter: "\"State\" <= 1");

            migrationBuilder.CreateIndex(
                name: "IX_StorageMeasures_State_AskedUtc_Id",
                table: "StorageMeasures",
                columns: new[] { "State", "AskedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StorageSnapshots_Day_ScopeId",
                table: "StorageSnapshots",
                columns: new[] { "Day", "ScopeId" });

            migrationBuilder.CreateIndex(
                name: "IX_StorageSnapshots_EndpointId",
                table: "StorageSnapshots",
                column: "EndpointId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountClaims");

            migrationBuilder.DropTable(
                name: "AccountLogins");

            migrationBuilder.DropTable(
                name: "AccountTokens");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "BucketCoverages");

            migrationBuilder.DropTable(
                name: "BucketFindingTotals");

            migrationBuilder.DropTable(
                name: "BucketMarks");

            migrationBuilder.DropTable(
                name: "BucketRiskDays");

            migrationBuilder.DropTable(
                name: "BucketRisks");

            migrationBuilder.DropTable(
                name: "CustomDetectors");

            migrationBuilder.DropTable(
                name: "DetectorProfiles");

            migrationBuilder.DropTable(
                name: "DetectorSwitches");

            migrationBuilder.DropTable(
                name: "Events");

            migrationBuilder.DropTable(
                name: "ExclusionRules");

            migrationBuilder.DropTable(
                name: "Findings");

            migrationBuilder.DropTable(
                name: "FindingStatusChanges");

            migrationBuilder.DropTable(
                name: "FindingTotals");

            migrationBuilder.DropTable(
                name: "FoundValueKeys");

            migrationBuilder.DropTable(
                name: "OrganisationSettings");

            migrationBuilder.DropTable(
                name: "PostureBuckets");

            migrationBuilder.DropTable(
                name: "PostureCheckTallies");

            migrationBuilder.DropTable(
                name: "PostureDocuments");

            migrationBuilder.DropTable(
                name: "PostureEndpointTallies");

            migrationBuilder.DropTable(
                name: "PostureRefreshes");

            migrationBuilder.DropTable(
                name: "PostureResults");

            migrationBuilder.DropTable(
                name: "PostureSuppressions");

            migrationBuilder.DropTable(
                name: "PostureTimings");

            migrationBuilder.DropTable(
                name: "ProtectionKeys");

            migrationBuilder.DropTable(
                name: "RetentionRuns");

            migrationBuilder.DropTable(
                name: "RoleAssignments");

            migrationBuilder.DropTable(
                name: "ScanFindingChanges");

            migrationBuilder.DropTable(
                name: "ScanFindingTotals");

            migrationBuilder.DropTable(
                name: "ScannedObjects");

            migrationBuilder.DropTable(
                name: "Scans");

            migrationBuilder.DropTable(
                name: "ScanSchedules");

            migrationBuilder.DropTable(
                name: "ScheduleFirings");

            migrationBuilder.DropTable(
                name: "StorageBuckets");

            migrationBuilder.DropTable(
                name: "StorageCheckpoints");

            migrationBuilder.DropTable(
                name: "StorageEndpoints");

            migrationBuilder.DropTable(
                name: "StorageFigures");

            migrationBuilder.DropTable(
                name: "StorageMeasures");

            migrationBuilder.DropTable(
                name: "StorageSnapshots");

            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "Roles");

            migrationBuilder.DropTable(
                name: "Organisations");
        }
    }
}
