#include "base/platform/Platform.h"
#include "tests/fuzz/FuzzDicomReader.h"
#include "tests/phantom/Generate.h"
#include "tests/support/TestMain.h"

#include <QDirIterator>
#include <QTemporaryDir>

#include <random>

using namespace Qt::StringLiterals;
using namespace consilium;

/// Row 21 of the table of clinical truth in small: mutations of good and of malformed files, the same ones in every
/// run. Under the asan preset it finds what a plain run survives. CONSILIUM_FUZZ_RUNS raises the number;
/// `./dev fuzz` (CONTRIBUTING.md) goes on where this ends.
class DicomFuzzTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mutations();

private:
    static QList<QByteArray> seeds();
    static QByteArray mutated(QByteArray bytes, std::mt19937 &random);
};

QList<QByteArray> DicomFuzzTest::seeds()
{
    QList<QByteArray> all;
    const auto add = [&](const QString &path) {
        QFile file(path);
        if (file.size() < 40'000 && file.open(QIODevice::ReadOnly))
            all.append(file.readAll());
    };
    QTemporaryDir folder;
    for (const QString &syntax : phantom::syntaxNames()) {
        phantom::PhantomSpec spec;
        spec.slices = 1;
        spec.rows = spec.columns = 16;
        phantom::GenerateOptions options;
        options.folder = folder.filePath(syntax);
        options.syntax = syntax;
        if (phantom::generate(spec, options))
            add(options.folder + u"/IM0001.dcm"_s);
    }
    const QString data = test::realData();
    QStringList real;
    for (const QString &sub : {u"/malformed"_s, u"/charset"_s, u"/us"_s, u"/enhanced-multiframe"_s}) {
        QDirIterator files(data + sub, QDir::Files, QDirIterator::Subdirectories);
        while (!data.isEmpty() && files.hasNext())
            real.append(files.next());
    }
    real.sort();
    for (const QString &path : real)
        add(path);
    return all;
}

QByteArray DicomFuzzTest::mutated(QByteArray bytes, std::mt19937 &random)
{
    const auto at = [&] { return qsizetype(random() % unsigned(bytes.size())); };
    const int changes = 1 + int(random() % 8);
    for (int i = 0; i < changes && !bytes.isEmpty(); ++i) {
        switch (random() % 7) {
        case 0:
            bytes[at()] = char(random());
            break;
        case 1: // lengths are where it hurts
            bytes.replace(at(), 4, "\xff\xff\xff\xff");
            break;
        case 2:
            bytes.replace(at(), 4, QByteArray("\xff\xff\xff\x7f", 4));
            break;
        case 3:
            bytes.truncate(at());
            break;
        case 4:
            bytes.insert(at(), bytes.mid(at(), qsizetype(random() % 64)));
            break;
        case 5:
            bytes.remove(at(), qsizetype(random() % 16));
            break;
        default:
            bytes.replace(at(), 8, QByteArray("\xfe\xff\x00\xe0\xff\xff\xff\xff", 8));
            break;
        }
    }
    return bytes;
}

void DicomFuzzTest::mutations()
{
    const QList<QByteArray> all = seeds();
    QVERIFY(all.size() >= 8);
    std::mt19937 random(20240102);
    bool ok = false;
    const int wanted = qEnvironmentVariableIntValue("CONSILIUM_FUZZ_RUNS", &ok);
    const std::int64_t before = platform::peakResidentBytes();
    for (int run = 0; run < (ok ? wanted : 4000); ++run)
        fuzz::readDicomInput(mutated(all[qsizetype(random() % unsigned(all.size()))], random));
    QVERIFY(platform::peakResidentBytes() - before < 300'000'000);
}

CONSILIUM_TEST(DicomFuzzTest)
#include "DicomFuzzTest.moc"
