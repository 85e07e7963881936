using DlpDashboard.Data.Leases;

namespace DlpDashboard.Posture.Refreshing;

/// <summary>One reading of all buckets of an endpoint. Taken up by another node it leaves out what was read.</summary>
public sealed class PostureRefresh : LeasedRun
{
    /// <summary>Buckets read so far.</summary>
    public int Buckets { get; private set; }

    /// <summary>Of these, insecure ones.</summary>
    public int Insecure { get; private set; }

    /// <summary>When this process counted the endpoint's buckets last; not kept.</summary>
    internal DateTime? CountedUtc { get; set; }

    /// <summary>Some buckets more; a sign of life.</summary>
    internal void Advance(int buckets, int insecure, DateTime nowUtc, TimeSpan lease)
    {
        Buckets += buckets;
        Insecure += insecure;
        Renew(nowUtc, lease);
    }
}
