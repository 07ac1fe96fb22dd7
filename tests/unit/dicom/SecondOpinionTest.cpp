#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "viewer/dicom/DicomFile.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::dicom;

/// Every value that pydicom reads from the real files is what readHeader() reads, and the first frame's bytes are the
/// same.
class SecondOpinionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pydicomAgrees();

private:
    static QStringList sample(const QString &data);
    static QStringList answersOf(const QStringList &files);
};

/// All files of the folders of oddities, three of each long series.
QStringList SecondOpinionTest::sample(const QString &data)
{
    QMap<QString, QStringList> folders;
    QDirIterator all(data, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        if (!path.contains(u"/malformed/"_s) && !path.endsWith(u".md"_s) && !path.contains(u"/dce/t1"_s) &&
            !path.contains(u"/dce/t2"_s) && !path.contains(u"/dce/t3"_s))
            folders[path.section(u'/', 0, -2)].append(path);
    }
    QStringList files;
    for (QStringList &inside : folders) {
        inside.sort();
        files += inside.size() > 40 && !inside.first().contains(u"/transfer-syntaxes/"_s)
                     ? inside.mid(inside.size() / 2, 3)
                     : inside;
    }
    return files;
}

QStringList SecondOpinionTest::answersOf(const QStringList &files)
{
    QProcess python;
    python.start(u"/usr/bin/python3"_s, {QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/unit/dicom/second_opinion.py")});
    python.write(files.join(u'\n').toUtf8() + '\n');
    python.closeWriteChannel();
    if (!python.waitForFinished(120'000) || python.exitCode() != 0)
        return {};
    return QString::fromUtf8(python.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

void SecondOpinionTest::pydicomAgrees()
{
    REQUIRE_REAL_DATA(data)
    const QStringList answers = answersOf(sample(data));
    NEEDS(!answers.isEmpty(), "no python3 with pydicom");
    QHash<QString, Attributes> headers;
    int values = 0, frames = 0, gaveUp = 0;
    for (const QString &line : answers) {
        const QJsonArray row = QJsonDocument::fromJson(line.toUtf8()).array();
        const QString path = row.at(0).toString(), what = row.at(1).toString(), vr = row.at(2).toString();
        const QString first = row.at(3).toArray().at(0).toString();
        if (what == u"gave up"_s) {
            ++gaveUp;
            continue;
        }
        if (what == u"frame"_s) {
            const auto frame = readFrame(path, 0);
            if (!frame && frame.error().code == ErrorCode::UnsupportedImage)
                continue;
            QVERIFY2(frame.has_value(), qPrintable(path));
            const QString hash =
                QString::fromLatin1(QCryptographicHash::hash(*frame, QCryptographicHash::Sha1).toHex());
            QVERIFY2(hash == first, qPrintable(u"%1: %2 bytes, pydicom %3"_s.arg(path).arg(frame->size()).arg(vr)));
            ++frames;
            continue;
        }
        if (!headers.contains(path))
            headers.insert(path, readHeader(path).value_or(Attributes()));
        const Tag tag = Tag::fromText(what).value_or(Tag());
        if (tag > tags::PixelData)
            continue; // behind the pixel data, which the reader does not go to
        const Attribute *const ours = headers[path].find(tag);
        QVERIFY2(ours, qPrintable(path + u" lacks "_s + what));
        if (vr == u"SQ"_s) {
            QVERIFY2(QString::number(ours->items.size()) == first, qPrintable(path + u" "_s + what));
            continue;
        }
        if (ours->values.isEmpty() && (!ours->bytes.isEmpty() || !ours->bulkDataUri.isEmpty()))
            continue; // a table, kept as bytes
        const QJsonArray theirs = row.at(3).toArray();
        QVERIFY2(ours->values.size() == theirs.size(),
                 qPrintable(u"%1 %2: %3, pydicom %4"_s.arg(path, what, ours->values.join(u'|'), line)));
        for (qsizetype i = 0; i < theirs.size(); ++i) {
            QString a = ours->values[i].trimmed();
            while (vr == u"PN"_s && a.endsWith(u'=')) // pydicom leaves empty groups at the end out
                a.chop(1);
            const QString b = theirs[i].toString().trimmed();
            if (b.contains(u"$)"_s))
                continue; // an escape sequence that pydicom could not follow
            const bool equal = vr == u"FL"_s   ? a.toFloat() == b.toFloat()
                               : vr == u"FD"_s ? a.toDouble() == b.toDouble()
                                               : a == b;
            QVERIFY2(equal, qPrintable(u"%1 %2 %3: \"%4\", pydicom \"%5\""_s.arg(path, what, vr, a, b)));
            ++values;
        }
    }
    qInfo("%d values and %d frames agree, %d files pydicom gave up on", values, frames, gaveUp);
    QVERIFY(values > 10'000);
    QVERIFY(frames > 150);
}

CONSILIUM_TEST(SecondOpinionTest)
#include "SecondOpinionTest.moc"
