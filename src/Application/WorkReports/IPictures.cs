namespace MisterAssist.Application.WorkReports;

/// <summary>Knows pictures that documents can show.</summary>
public interface IPictures
{
    /// <summary>Whether a PNG is whole and not so large that no document would show it.</summary>
    bool CanDraw(byte[] png);
}
