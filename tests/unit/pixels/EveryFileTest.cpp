#include "tests/support/TestMain.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/pixels/HelperDecoder.h"
#include "viewer/pixels/PaletteFrames.h"

#include <QDirIterator>
#include <QFile>

#include <map>
#include <set>

using namespace consilium;
using namespace Qt::StringLiterals;

namespace
{

/// What became of a file: "shown", "damaged", or the name of an error with its detail.
struct Outcome {
    QString name, detail;
};

Outcome outcomeOf(const Error &error)
{
    return {errorName(error.code), error.detail};
}

Outcome tryFile(const QString &path, pixels::HelperDecoder &helper)
{
    const auto header = dicom::readHeader(path);
    if (!header)
        return outcomeOf(header.error());
    const auto images = dicom::describeFrames(*header);
    if (!images)
        return outcomeOf(images.error());
    const TransferSyntaxUid syntax(header->text(tags::TransferSyntaxUid));
    std::set<std::size_t> some{0, images->size() / 2, images->size() - 1};
    for (const std::size_t i : some) {
        const auto &image = *(*images)[i];
        const auto bytes = dicom::readFrame(path, image.frame);
        if (!bytes)
            return outcomeOf(bytes.error());
        const auto frame = pixels::throughPalette(
            image.pixels, helper.decode({image.sop, image.frame}, image.pixels, syntax, *bytes, {}));
        if (!frame)
            return outcomeOf(frame.error());
        if ((*frame)->damaged)
            return {u"damaged"_s, {}};
    }
    return {u"shown"_s, {}};
}

/// "path | name | detail", the path below the data; files that are shown stand in it only where they surprise.
std::map<QString, Outcome> expectations()
{
    std::map<QString, Outcome> all;
    QFile file(QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/unit/pixels/every_file.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return all;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QStringList parts = line.split(u" | "_s);
        if (parts.size() >= 2 && !line.startsWith(u'#'))
            all[parts[0].trimmed()] = {parts[1].trimmed(), parts.value(2).trimmed()};
    }
    return all;
}

} // namespace

/// Every real file opens, or is refused for the reason that stands in every_file.txt; none takes the helper's memory or
/// its time.
class EveryFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensOrSaysWhyNot()
    {
        REQUIRE_REAL_DATA(data)
        const auto expected = expectations();
        QVERIFY(!expected.empty());
        pixels::HelperDecoder helper({QStringLiteral(CONSILIUM_BUILD_DIR "/bin/consilium-decoder"), -1});
        QStringList wrong;
        std::set<QString> seen;
        int shown = 0;
        for (QDirIterator files(data, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            const QString path = files.next(), name = QDir(data).relativeFilePath(path);
            if (name == u"INDEX.md"_s)
                continue;
            const Outcome outcome = tryFile(path, helper);
            const auto entry = expected.find(name);
            const Outcome want = entry != expected.end() ? entry->second : Outcome{u"shown"_s, {}};
            seen.insert(name);
            shown += outcome.name == u"shown"_s ? 1 : 0;
            if (outcome.name != want.name || (!want.detail.isEmpty() && outcome.detail != want.detail))
                wrong << name + u" | "_s + outcome.name + u" | "_s + outcome.detail;
        }
        wrong.sort();
        for (const QString &line : wrong)
            qWarning("%s", qPrintable(line)); // one by one: a long message is cut
        QCOMPARE(wrong.size(), qsizetype(0));
        QVERIFY(shown > 1900);
        for (const auto &[name, outcome] : expected)
            QVERIFY2(seen.contains(name), qPrintable(name)); // the table speaks of files that are there
    }
};

CONSILIUM_TEST(EveryFileTest)
#include "EveryFileTest.moc"
