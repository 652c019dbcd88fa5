using MisterAssist.Application.WorkReports;

namespace MisterAssist.Infrastructure.Documents;

internal sealed class PngPictures : IPictures
{
    public bool CanDraw(byte[] png) => PngPicture.Read(png) is not null;
}
