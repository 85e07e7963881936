using System.Globalization;

namespace DlpDashboard.Providers;

/// <summary>
/// Tests a connection as a person would: is the server there, does it take the credentials, can buckets and objects be listed, can one be
/// read. Four steps, always in the same order. Takes at most <see cref="LongestTest"/>.
/// </summary>
/// <param name="factory">Opens the storage.</param>
/// <param name="time">Measures the steps.</param>
public sealed class ConnectionProbe(ObjectStoreFactory factory, TimeProvider time)
{
    /// <summary>The names of the steps, in order.</summary>
    public static readonly IReadOnlyList<string> StepNames = ["reach", "signIn", "list", "read"];

    /// <summary>A test that takes longer ends as unreachable.</summary>
    public static readonly TimeSpan LongestTest = TimeSpan.FromSeconds(90);

    private const int BucketsTried = 10;
    private const int ObjectsTried = 20;

    /// <summary>Runs the test and gives all four steps, in order.</summary>
    /// <param name="connection">What to test; settings that lead nowhere fail the first step.</param>
    /// <param name="onStep">Told each step as soon as it is known, on whatever thread; null for nobody.</param>
    /// <param name="cancellationToken">Ends the test.</param>
    public async Task<IReadOnlyList<ProbeStep>> TestAsync(StoreConnection connection, Action<ProbeStep>? onStep, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestTest);
        var run = new ProbeRun(time, onStep);
        try
        {
            await using var store = factory.Open(connection, StorePatience.Person);
            await SignInAsync(store, factory.Find(connection.Provider)!, run, limit.Token);
            var found = run.IsStopped ? null : await ListAsync(store, run, limit.Token);
            if (!run.IsStopped)
            {
                await ReadAsync(store, found, run, limit.Token);
            }
        }
        catch (ObjectStoreException failure)
        {
            run.Fail(failure.Sentence);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            run.Fail("The test took too long. Check the network between the app and the storage.");
        }

        return run.Steps();
    }

    private static async Task SignInAsync(IObjectStore store, IStoreProvider provider, ProbeRun run, CancellationToken cancellationToken)
    {
        try
        {
            await store.SignInAsync(cancellationToken);
            run.Succeed(provider.NeedsSignIn ? "The server answers." : "The folder is there.");
            run.Pass(provider.NeedsSignIn ? ProbeState.Ok : ProbeState.Skipped, provider.NeedsSignIn ? "The credentials are accepted." : "A folder needs no sign-in.");
        }
        catch (ObjectStoreException failure) when (failure.Fault is StoreFault.SignInFailed)
        {
            run.Succeed("The server answers.");
            run.Fail(failure.Sentence);
        }
        catch (ObjectStoreException failure) when (failure.Fault is StoreFault.Denied)
        {
            // Some servers say the same to a wrong key and to a right one that may not list buckets; only listing a named bucket tells.
            run.Succeed("The server answers.");
            run.Doubt("The server refused the credentials without saying why. Check the access key, account key or SAS for typing errors; if they are right, allow them to list buckets or name the buckets in the filter, and look at the storage's network rules.");
        }
    }

    private static async Task<StoredObject?> ListAsync(IObjectStore store, ProbeRun run, CancellationToken cancellationToken)
    {
        var buckets = 0;
        var objects = 0;
        StoredObject? readable = null;
        try
        {
            await foreach (var bucket in store.ListBucketsAsync(cancellationToken))
            {
                buckets++;
                await foreach (var found in store.ListObjectsAsync(bucket.Name, null, null, cancellationToken))
                {
                    run.Believe("The credentials are accepted.");
                    readable ??= found is { IsCold: false, KnownFault: null } ? found : null;
                    if (readable is not null || ++objects >= ObjectsTried)
                    {
                        break;
                    }
                }

                run.Believe("The credentials are accepted.");
                if (readable is not null || buckets >= BucketsTried)
                {
                    break;
                }
            }
        }
        catch (ObjectStoreException denied) when (run.IsDoubted && denied.Fault is StoreFault.Denied or StoreFault.SignInFailed)
        {
            run.FailDoubted();
            return null;
        }

        if (buckets == 0)
        {
            run.Fail("No bucket is seen with these credentials and this filter. Check the bucket filter, or name the buckets in it.");
            return null;
        }

        run.Succeed(readable is null
            ? string.Create(CultureInfo.InvariantCulture, $"Listing works; no object was found in {buckets} of the buckets.")
            : "Buckets and objects are listed.");
        return readable;
    }

    private static async Task ReadAsync(IObjectStore store, StoredObject? found, ProbeRun run, CancellationToken cancellationToken)
    {
        if (found is null)
        {
            run.Pass(ProbeState.Skipped, "There is no object to try. Test again when there is one.");
            return;
        }

        await using var stream = await store.OpenAsync(found, new ByteRange(0, 1), cancellationToken);
        var read = await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, cancellationToken);
        run.Succeed(read == 1 ? "An object was read." : "An empty object was opened.");
    }
}
