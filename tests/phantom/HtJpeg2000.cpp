#include "tests/phantom/HtJpeg2000.h"

#include <openjph/ojph_arch.h>
#include <openjph/ojph_codestream.h>
#include <openjph/ojph_file.h>
#include <openjph/ojph_mem.h>
#include <openjph/ojph_params.h>

#include <QtEndian>

#include <algorithm>
#include <exception>

using namespace Qt::StringLiterals;

namespace consilium::phantom
{

Result<QByteArray> encodeHtJpeg2000(const std::vector<std::int32_t> &samples, int rows, int columns, int bits,
                                    bool isSigned, const char *order)
try {
    ojph::codestream stream;
    ojph::param_siz size = stream.access_siz();
    size.set_image_extent(ojph::point(ojph::ui32(columns), ojph::ui32(rows)));
    size.set_num_components(1);
    size.set_component(0, ojph::point(1, 1), ojph::ui32(bits), isSigned);
    ojph::param_cod coding = stream.access_cod();
    coding.set_num_decomposition(5);
    coding.set_reversible(true);
    coding.set_color_transform(false);
    coding.set_progression_order(order);
    stream.set_planar(true);
    ojph::mem_outfile out;
    out.open();
    stream.write_headers(&out);
    ojph::ui32 component = 0;
    ojph::line_buf *line = stream.exchange(nullptr, component);
    for (int row = 0; row < rows; ++row) {
        std::copy_n(samples.begin() + std::ptrdiff_t(row) * columns, columns, line->i32);
        line = stream.exchange(line, component);
    }
    stream.flush();
    QByteArray bytes(reinterpret_cast<const char *>(out.get_data()), qsizetype(out.tell()));
    stream.close();
    return bytes;
} catch (const std::exception &error) {
    return fail(ErrorCode::Internal, QString::fromLatin1(error.what()));
}

Result<QByteArray> asHtJpeg2000(QByteArray part10, const QByteArray &uid)
{
    // (0002,0010) UI, 22 characters; the new one has 23 and a padding byte. (0002,0000) UL stands first.
    const QByteArray from("\x02\x00\x10\x00UI\x16\x00"
                          "1.2.840.10008.1.2.4.90",
                          30);
    const QByteArray to = QByteArray("\x02\x00\x10\x00UI\x18\x00", 8) + uid.leftJustified(24, '\0');
    const qsizetype at = part10.indexOf(from);
    if (uid.size() != 23 || at < 144 || at > 1000 || part10.mid(132, 8) != QByteArray("\x02\x00\x00\x00UL\x04\x00", 8))
        return fail(ErrorCode::DicomMalformed, u"not a JPEG 2000 Lossless Only file"_s);
    part10.replace(at, from.size(), to);
    const auto length = qFromLittleEndian<quint32>(part10.constData() + 140) + quint32(to.size() - from.size());
    qToLittleEndian(length, part10.data() + 140);
    return part10;
}

} // namespace consilium::phantom
