// fuzz-contained DECODER TARGET INPUT: gives an input that ended a codec in a fuzzer to the decode helper, as the
// program does. Status 0 when the helper took it: an answer or an error, and the next image is right, twice.
#include "tests/fuzz/FuzzInput.h"
#include "tests/fuzz/FuzzSyntax.h"
#include "tests/unit/pixels/TestEncoders.h"
#include "viewer/pixels/HelperDecoder.h"

#include <QFile>
#include <QHash>
#include <QRandomGenerator>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;
using namespace consilium;

namespace
{

std::optional<pixels::Coding> codingOf(const QString &target)
{
    static const QHash<QString, pixels::Coding> codings{{u"FuzzRle"_s, pixels::Coding::Rle},
                                                        {u"FuzzJpeg"_s, pixels::Coding::Jpeg},
                                                        {u"FuzzJpegLs"_s, pixels::Coding::JpegLs},
                                                        {u"FuzzJpeg2000"_s, pixels::Coding::Jpeg2000},
                                                        {u"FuzzHtJpeg2000"_s, pixels::Coding::HtJpeg2000}};
    const auto found = codings.constFind(target);
    return found == codings.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

int main(int argc, char **argv)
{
    const auto coding = argc == 4 ? codingOf(QString::fromLocal8Bit(argv[2])) : std::nullopt;
    QFile file(argc == 4 ? QString::fromLocal8Bit(argv[3]) : QString());
    if (!coding || !file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "usage: fuzz-contained DECODER TARGET INPUT, with a target that decodes frames\n");
        return 2;
    }
    const QByteArray bytes = file.readAll();
    const fuzz::FrameInput hostile =
        fuzz::frameInputFrom(reinterpret_cast<const unsigned char *>(bytes.constData()), std::size_t(bytes.size()));
    QRandomGenerator random(1);
    const auto next = test::greyDescription(64, 48, 16, 12, false);
    const QByteArray encoded = test::encodeRle(next, test::somePixels(next, random), random);
    pixels::HelperDecoder decoder({QString::fromLocal8Bit(argv[1]), -1});
    const auto good = [&] { return decoder.decode({}, next, fuzz::syntaxFor(pixels::Coding::Rle, 0), encoded, {}); };
    const auto before = good();
    if (!before) {
        std::fprintf(stderr, "the decode helper does not work: %s\n", qPrintable(before.error().detail));
        return 2;
    }
    for (int i = 0; i < 2; ++i) {
        const auto frame =
            decoder.decode({}, hostile.description, fuzz::syntaxFor(*coding, hostile.choice), hostile.encoded, {});
        std::printf("%s\n", frame ? "decoded" : qPrintable(frame.error().detail));
        const auto after = good();
        if (!after || !((*after)->bytes == (*before)->bytes)) {
            std::fprintf(stderr, "the next image is not right\n");
            return 1;
        }
    }
    return 0;
}
