using System.Text.Json;
using DlpDashboard.Providers.Configurations;
using Microsoft.Win32.SafeHandles;

namespace DlpDashboard.Providers.Local;

/// <summary>Reads whom a folder is open to: the permission bits of the connected folder and of those directly below it.</summary>
/// <param name="open">Opens a bucket's folder without following links.</param>
internal sealed class LocalConfiguration(Func<string, SafeFileHandle> open) : IBucketConfigurationSource
{
    /// <inheritdoc />
    public Task<IReadOnlyList<ConfigurationDocument>> ReadAccountAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ConfigurationDocument>>([]);

    /// <inheritdoc />
    public Task<IReadOnlyList<ConfigurationDocument>> ReadBucketAsync(string bucket, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<ConfigurationDocument>>([Read(bucket)]);
    }

    private ConfigurationDocument Read(string bucket)
    {
        try
        {
            using var folder = open(bucket);
            var facts = LinuxFile.StatOpened(folder);
            var mode = facts.Permissions;
            return ConfigurationDocument.Present("folder", JsonSerializer.Serialize(new
            {
                mode = Convert.ToString(mode, 8).PadLeft(4, '0'),
                ownerId = facts.Owner,
                groupId = facts.Group,
                worldReadable = (mode & 4) != 0,
                worldWritable = (mode & 2) != 0,
                worldEnterable = (mode & 1) != 0,
                groupWritable = (mode & 16) != 0,
                isSticky = (mode & 512) != 0,
            }));
        }
        catch (ObjectStoreException refused)
        {
            return ConfigurationDocument.Unknown("folder", refused.Sentence);
        }
        catch (LinuxFileException)
        {
            return ConfigurationDocument.Unknown("folder", "Its permissions cannot be read.");
        }
    }
}
