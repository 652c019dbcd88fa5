namespace MisterAssist.Application.Databases;

/// <summary>How many rows were read and how many arrived, with a checksum of each, which is the same on every engine.</summary>
public sealed record CopiedTable(string Name, long Rows, string Checksum, long CopiedRows, string CopiedChecksum)
{
    public bool IsSame => (Rows, Checksum) == (CopiedRows, CopiedChecksum);
}
