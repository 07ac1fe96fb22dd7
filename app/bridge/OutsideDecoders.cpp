#include "app/bridge/OutsideDecoders.h"

#include "viewer/pixels/HelperDecoder.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace consilium::app
{

using namespace Qt::StringLiterals;

pixels::DecoderFactory outsideDecoders()
{
    const QString here = QCoreApplication::applicationDirPath();
    QString program;
    for (const QString &folder : {u"/"_s, u"/../libexec/consilium/"_s, u"/../bin/"_s})
        if (program.isEmpty() && QFileInfo(here + folder + u"consilium-decoder"_s).isExecutable())
            program = here + folder + u"consilium-decoder"_s;
    return [program] { return std::make_unique<pixels::HelperDecoder>(pixels::HelperDecoder::Options{program, -1}); };
}

} // namespace consilium::app
