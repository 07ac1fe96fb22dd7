#include "app/bridge/OutsideDecoders.h"

#include "viewer/pixels/HelperDecoder.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

namespace consilium::app
{

using namespace Qt::StringLiterals;

namespace
{

/// Empty where it is not.
QString helperProgram(const QString &name)
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &folder : {u"/"_s, u"/../libexec/consilium/"_s, u"/../bin/"_s})
        if (QFileInfo(here + folder + name).isExecutable())
            return here + folder + name;
    return {};
}

} // namespace

pixels::DecoderFactory outsideDecoders()
{
    const QString program = helperProgram(u"consilium-decoder"_s);
    return [program] { return std::make_unique<pixels::HelperDecoder>(pixels::HelperDecoder::Options{program, -1}); };
}

pixels::VideoReader::Options outsideVideo()
{
    pixels::VideoReader::Options options;
    options.launcher = helperProgram(u"consilium-video"_s);
    // Only where packages put programs: what stands elsewhere in somebody's path is not trusted with it.
    options.ffmpeg = QStandardPaths::findExecutable(u"ffmpeg"_s, {u"/usr/bin"_s, u"/usr/local/bin"_s, u"/bin"_s});
    return options;
}

} // namespace consilium::app
