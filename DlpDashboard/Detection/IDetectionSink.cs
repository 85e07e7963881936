namespace DlpDashboard.Detection;

/// <summary>Takes detections as the scanner finds them, in order of their start within a segment.</summary>
public interface IDetectionSink
{
    /// <summary>One detection. It lives on the stack: copy what is to be kept, and mask values before keeping them.</summary>
    void Found(in Detection detection);
}
