#include "tests/support/TestMain.h"
#include "tests/unit/pixels/TestEncoders.h"
#include "viewer/codecs/Decoder.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/pixels/HelperDecoder.h"

#include <QRandomGenerator>

#include <array>
#include <cmath>

using namespace consilium;
using namespace Qt::StringLiterals;

namespace
{

const TransferSyntaxUid native(u"1.2.840.10008.1.2.1"_s), rle(u"1.2.840.10008.1.2.5"_s);

void putNumber(QByteArray &bytes, std::uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.append(char(value >> shift & 0xFF));
}

using Colorants = std::array<std::array<double, 3>, 3>; ///< XYZ (D50) of red, green, blue

/// A display profile of three colorants and one gamma, ICC.1:2001 6.3.1.2: written here by hand.
QByteArray matrixProfile(const Colorants &colorants, double gamma)
{
    QByteArray tags, table;
    const auto xyz = [](const std::array<double, 3> &v) {
        QByteArray tag("XYZ \0\0\0\0", 8);
        for (const double each : v)
            putNumber(tag, std::uint32_t(std::lround(each * 65536.0)));
        return tag;
    };
    QByteArray description("desc\0\0\0\0", 8);
    putNumber(description, 5);
    description.append("test\0", 5);
    description.append(QByteArray(78 + 3, '\0'));
    const QByteArray copyright = QByteArray("text\0\0\0\0none\0\0\0\0", 16);
    QByteArray curve("curv\0\0\0\0", 8);
    putNumber(curve, 1);
    const int fixed = int(std::lround(gamma * 256.0));
    curve.append(char(fixed >> 8));
    curve.append(char(fixed & 0xFF));
    curve.append("\0\0", 2);
    const std::vector<std::pair<const char *, QByteArray>> all{{"desc", description},
                                                               {"cprt", copyright},
                                                               {"wtpt", xyz({0.9642, 1.0, 0.8249})},
                                                               {"rXYZ", xyz(colorants[0])},
                                                               {"gXYZ", xyz(colorants[1])},
                                                               {"bXYZ", xyz(colorants[2])},
                                                               {"rTRC", curve},
                                                               {"gTRC", curve},
                                                               {"bTRC", curve}};
    const auto begin = std::uint32_t(128 + 4 + 12 * all.size());
    putNumber(table, std::uint32_t(all.size()));
    for (const auto &[name, data] : all) {
        table.append(name, 4);
        putNumber(table, begin + std::uint32_t(tags.size()));
        putNumber(table, std::uint32_t(data.size()));
        tags.append(data);
        while (tags.size() % 4)
            tags.append('\0');
    }
    QByteArray header;
    putNumber(header, begin + std::uint32_t(tags.size()));
    putNumber(header, 0);
    putNumber(header, 0x02400000);
    header.append("mntrRGB XYZ ", 12);
    header.append(QByteArray(12, '\0'));
    header.append("acsp", 4);
    header.append(QByteArray(24, '\0'));
    putNumber(header, 1); // relative colorimetric, at 64
    putNumber(header, 0x0000F6D6);
    putNumber(header, 0x00010000);
    putNumber(header, 0x0000D32D);
    header.append(QByteArray(128 - header.size(), '\0'));
    return header + table + tags;
}

constexpr Colorants adobe{{{0.60974, 0.31111, 0.01947}, {0.20528, 0.62567, 0.06087}, {0.14919, 0.06322, 0.74457}}};

/// The same as printed in IEC 61966-2-1, with the matrix of sRGB adapted to D50 (Lindbloom).
std::array<double, 3> expected(std::array<int, 3> rgb, double gamma)
{
    std::array<double, 3> xyz{};
    for (std::size_t c = 0; c < 3; ++c)
        for (std::size_t i = 0; i < 3; ++i)
            xyz[i] += adobe[c][i] * std::pow(rgb[c] / 255.0, gamma);
    constexpr double toSrgb[3][3] = {
        {3.1338561, -1.6168667, -0.4906146}, {-0.9787684, 1.9161415, 0.0334540}, {0.0719453, -0.2289914, 1.4052427}};
    std::array<double, 3> out{};
    for (std::size_t c = 0; c < 3; ++c) {
        double v = toSrgb[c][0] * xyz[0] + toSrgb[c][1] * xyz[1] + toSrgb[c][2] * xyz[2];
        v = std::clamp(v, 0.0, 1.0);
        out[c] = 255.0 * (v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1.0 / 2.4) - 0.055);
    }
    return out;
}

dicom::PixelDescription described(const QByteArray &profile)
{
    auto description = test::colourDescription(32, 32);
    description.iccProfile = std::make_shared<const QByteArray>(profile);
    return description;
}

QByteArray cube()
{
    QByteArray bytes;
    for (int i = 0; i < 32 * 32; ++i) {
        bytes.append(char(i % 11 * 25));
        bytes.append(char(i / 11 % 11 * 25));
        bytes.append(char(i / 121 % 9 * 31));
    }
    return bytes;
}

} // namespace

/// ICC profiles (0028,2000): colours are shown as the profile means them, or as stored and said so.
class ColourProfileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isWhatTheArithmeticSays_data()
    {
        QTest::addColumn<bool>("inHelper");
        QTest::newRow("here") << false;
        QTest::newRow("in the helper") << true;
    }
    void isWhatTheArithmeticSays()
    {
        QFETCH(bool, inHelper);
        const double gamma = 2.19921875;
        const auto description = described(matrixProfile(adobe, gamma));
        const QByteArray bytes = cube();
        pixels::HelperDecoder helper({QStringLiteral(CONSILIUM_BUILD_DIR "/bin/consilium-decoder"), -1});
        const auto frame = inHelper ? helper.decode({}, description, native, bytes, {})
                                    : pixels::decodeFrame({}, description, native, bytes);
        QVERIFY2(frame, frame ? "" : qPrintable(frame.error().detail));
        QVERIFY(!(*frame)->profileRefused);
        int changed = 0;
        for (qsizetype i = 0; i < 32 * 32; ++i) {
            const auto at = [&](qsizetype k) { return int(std::uint8_t(bytes[3 * i + k])); };
            const auto want = expected({at(0), at(1), at(2)}, gamma);
            for (qsizetype k = 0; k < 3; ++k) {
                const int got = (*frame)->bytes[std::size_t(3 * i + k)];
                QVERIFY2(std::abs(got - want[std::size_t(k)]) <= 1.6,
                         qPrintable(u"%1 %2 %3, channel %4: %5 instead of %6"_s.arg(at(0))
                                        .arg(at(1))
                                        .arg(at(2))
                                        .arg(k)
                                        .arg(got)
                                        .arg(want[std::size_t(k)])));
                changed += std::abs(got - at(k)) > 3 ? 1 : 0;
            }
        }
        QVERIFY(changed > 500); // or the test would hold without a profile
    }

    void aBrokenOneChangesNothing()
    {
        QRandomGenerator random(3);
        const QByteArray whole = matrixProfile(adobe, 2.0), bytes = cube();
        int refused = 0;
        for (int round = 0; round < 200; ++round) {
            QByteArray bad = whole;
            for (int i = 0; i < 12; ++i)
                bad[random.bounded(qsizetype(128), bad.size())] = char(random.bounded(256));
            const auto frame = pixels::decodeFrame({}, described(bad), native, bytes);
            QVERIFY(frame);
            if (!(*frame)->profileRefused)
                continue;
            ++refused;
            QVERIFY(std::equal((*frame)->bytes.begin(), (*frame)->bytes.end(),
                               reinterpret_cast<const std::uint8_t *>(bytes.constData())));
        }
        QVERIFY(refused > 20);
    }

    void describesOnlyWhatLooksLikeOne()
    {
        const auto issuesOf = [](const QByteArray &profile, bool *has) {
            Attributes header;
            const auto text = [&](Tag tag, const QString &value) { header.setText(tag, "LO", {value}); };
            text(tags::SopInstanceUid, u"1.2"_s);
            text(tags::Rows, u"2"_s);
            text(tags::Columns, u"2"_s);
            text(tags::SamplesPerPixel, u"3"_s);
            text(tags::PhotometricInterpretation, u"RGB"_s);
            text(tags::BitsAllocated, u"8"_s);
            text(tags::BitsStored, u"8"_s);
            text(tags::HighBit, u"7"_s);
            text(tags::PixelRepresentation, u"0"_s);
            Attribute data;
            data.vr = {'O', 'B'};
            data.bytes = profile;
            header.set({0x0028, 0x2000}, data);
            const auto image = dicom::describeInstance(header);
            *has = image && (*image)->pixels.iccProfile;
            return image ? std::count_if((*image)->issues.begin(), (*image)->issues.end(),
                                         [](const auto &i) { return i.kind == dicom::DataIssue::Kind::ProfileUnused; })
                         : -1;
        };
        bool has = false;
        const QByteArray whole = matrixProfile(adobe, 2.0);
        QCOMPARE(issuesOf(whole, &has), 0);
        QVERIFY(has);
        QByteArray cmyk = whole;
        cmyk.replace(16, 4, "CMYK");
        for (const QByteArray &bad : {whole.left(100), whole.left(200), QByteArray(3000, 'x'), cmyk}) {
            QCOMPARE(issuesOf(bad, &has), 1);
            QVERIFY(!has);
        }
    }
};

CONSILIUM_TEST(ColourProfileTest)
#include "ColourProfileTest.moc"
