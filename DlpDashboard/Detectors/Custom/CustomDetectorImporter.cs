using System.Text.Json;
using DlpDashboard.Access;
using DlpDashboard.Kernel;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Detectors.Custom;

/// <summary>Reads an export that a person chose in a form, by the same rules as the REST route.</summary>
internal sealed class CustomDetectorImporter(CustomDetectorService service, IOptions<JsonOptions> json)
{
    /// <summary>Adds what the file holds, all or none.</summary>
    /// <returns>How many were added.</returns>
    public async Task<Outcome<int>> ImportAsync(Actor actor, Stream file, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.DetectorsManage);
        CustomDetectorFile? read;
        try
        {
            read = await JsonSerializer.DeserializeAsync<CustomDetectorFile>(file, json.Value.SerializerOptions, cancellationToken);
        }
        catch (JsonException)
        {
            return DetectorProblems.ImportUnreadable;
        }

        if (read is not { Detectors.Count: > 0 } || read.Detectors.Any(detector => detector is null))
        {
            return DetectorProblems.ImportUnreadable;
        }

        var added = await service.AddManyAsync(actor, [.. read.Detectors.Select(detector => (detector.ToRule(), detector.IsOn))], cancellationToken);
        return added.Succeeded ? added.Value.Count : added.Problem;
    }
}
