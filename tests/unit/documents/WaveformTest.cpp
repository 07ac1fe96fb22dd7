#include "tests/support/TestMain.h"
#include "tests/unit/documents/DocumentsFixture.h"
#include "viewer/documents/DocumentContent.h"
#include "viewer/documents/PaperLayout.h"

#include <QtEndian>

#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;
using namespace consilium;
using consilium::test::bytesOf;

namespace
{

/// What tests/phantom/documents.py stores.
int phantomSample(int lead, int i)
{
    const int period = 200 + 20 * lead;
    return std::abs(i % period - period / 2) - period / 4 + (i % 500 == 100 + lead ? 1000 : 0);
}

/// A recording of one channel with these bytes.
Attributes recordingOf(const QString &interpretation, int bits, const QByteArray &bytes, int samples)
{
    Attributes channel, group, object;
    channel.setText({0x003A, 0x0203}, "SH", {u"II"_s});
    channel.setText({0x003A, 0x0210}, "DS", {u"2"_s});
    Attributes unit;
    unit.setText({0x0008, 0x0100}, "SH", {u"mV"_s});
    unit.setText({0x0008, 0x0102}, "SH", {u"UCUM"_s});
    Attribute units{{'S', 'Q'}, {}, {unit}, {}, {}}, definitions{{'S', 'Q'}, {}, {}, {}, {}};
    channel.set({0x003A, 0x0211}, units);
    channel.setText({0x003A, 0x0213}, "DS", {u"1"_s});
    definitions.items = {channel};
    group.setText({0x003A, 0x0005}, "US", {u"1"_s});
    group.setText({0x003A, 0x0010}, "UL", {QString::number(samples)});
    group.setText({0x003A, 0x001A}, "DS", {u"100"_s});
    group.set({0x003A, 0x0200}, definitions);
    group.setText({0x5400, 0x1004}, "US", {QString::number(bits)});
    group.setText({0x5400, 0x1006}, "CS", {interpretation});
    group.set({0x5400, 0x1010}, Attribute{{'O', 'W'}, {}, {}, bytes, {}});
    object.set({0x5400, 0x0100}, Attribute{{'S', 'Q'}, {}, {group}, {}, {}});
    object.setText(tags::SopClassUid, "UI", {u"1.2.840.10008.5.1.4.1.1.9.1.2"_s});
    for (const Tag tag : {tags::StudyInstanceUid, tags::SeriesInstanceUid, tags::SopInstanceUid})
        object.setText(tag, "UI", {u"2.25.1"_s});
    return object;
}

/// The same with another channel definition.
Attributes changed(Attributes object, const std::function<void(Attributes &)> &change)
{
    Attribute groups = *object.find({0x5400, 0x0100});
    Attribute definitions = *groups.items.front().find({0x003A, 0x0200});
    change(definitions.items.front());
    groups.items.front().set({0x003A, 0x0200}, definitions);
    object.set({0x5400, 0x0100}, groups);
    return object;
}

Attributes sampledAt(const QString &frequency, Attributes object)
{
    Attribute groups = *object.find({0x5400, 0x0100});
    groups.items.front().setText({0x003A, 0x001A}, "DS", {frequency});
    object.set({0x5400, 0x0100}, groups);
    return object;
}

} // namespace

class WaveformTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Every sample of the real ECG is, in millivolts, what pydicom computes.
    void pydicomAgrees()
    {
        REQUIRE_REAL_DATA(data)
        const QString file = data + u"/sr-pr-seg-rt-pdf/waveform_ecg.dcm"_s;
        const QByteArray script = "import sys, pydicom\n"
                                  "ds = pydicom.dcmread(sys.argv[1])\n"
                                  "for i in range(len(ds.WaveformSequence)):\n"
                                  "    a = ds.waveform_array(i)\n"
                                  "    sys.stdout.buffer.write(a.astype('<f8').tobytes())\n";
        const QByteArray expected = test::outputOf(u"/usr/bin/python3"_s, {u"-c"_s, QString::fromLatin1(script), file});
        const auto content = documents::readDocument(bytesOf(file));
        QVERIFY(content && content->recording);
        const auto &recording = *content->recording;
        QCOMPARE(recording.groups.size(), std::size_t(2));
        qsizetype at = 0;
        for (const auto &group : recording.groups) {
            QCOMPARE(group.channels.size(), std::size_t(12));
            QCOMPARE(group.frequencyHz, 1000.0);
            for (std::size_t i = 0; i < group.sampleCount(); ++i) {
                for (const auto &channel : group.channels) {
                    QVERIFY(at + 8 <= expected.size());
                    const auto bits = qFromLittleEndian<quint64>(expected.constData() + at);
                    double microvolts = 0.0;
                    memcpy(&microvolts, &bits, sizeof microvolts);
                    at += 8;
                    QVERIFY(std::abs(*channel.value(i) * *channel.toMillivolts() - microvolts / 1000.0) < 1e-9);
                }
            }
        }
        QCOMPARE(at, expected.size());
        QVERIFY(recording.groups.front().hasAllLeads());
        QCOMPARE(recording.groups.front().channels[0].label, u"I"_s);
        QCOMPARE(recording.groups.front().channels[0].highHz.value(), 300.0);
        QVERIFY(!recording.notes.empty());
        QCOMPARE(recording.notes.front().text, u"RITMO SINUSALE"_s);
    }
    /// Sensitivity, correction factor and baseline: PS3.3 C.10.9.1.4.
    void valuesOfAPhantom()
    {
        REQUIRE_DOCUMENTS(phantoms)
        const auto content = documents::readDocument(bytesOf(phantoms.path(u"documents/ecg.dcm"_s)));
        QVERIFY(content && content->recording);
        const auto &group = content->recording->groups.front();
        QCOMPARE(group.sampleCount(), std::size_t(5000));
        QCOMPARE(group.durationS(), 10.0);
        for (int lead = 0; lead < 12; ++lead) {
            const auto *channel = group.find(documents::Lead(lead));
            QVERIFY(channel);
            for (int i = 0; i < 5000; ++i) {
                QCOMPARE(int(channel->samples[std::size_t(i)]), phantomSample(lead, i));
                const double microvolts = phantomSample(lead, i) * 2.5 * 0.8 + 50.0;
                QVERIFY(std::abs(*channel->value(std::size_t(i)) - microvolts) < 1e-9);
            }
        }
        QCOMPARE(content->recording->header.date, u"20260301"_s);
        QCOMPARE(content->recording->header.time, u"100000"_s);
    }
    void everySampleInterpretation_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("bits");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<int>>("stored");
        QTest::newRow("SB") << u"SB"_s << 8 << QByteArray::fromHex("017fff80") << QList<int>{1, 127, -1, -128};
        QTest::newRow("UB") << u"UB"_s << 8 << QByteArray::fromHex("017fff80") << QList<int>{1, 127, 255, 128};
        QTest::newRow("SS") << u"SS"_s << 16 << QByteArray::fromHex("0100ff7fffff0080")
                            << QList<int>{1, 32767, -1, -32768};
        QTest::newRow("US") << u"US"_s << 16 << QByteArray::fromHex("0100ff7fffff0080")
                            << QList<int>{1, 32767, 65535, 32768};
        QTest::newRow("SL") << u"SL"_s << 32 << QByteArray::fromHex("01000000feffffff") << QList<int>{1, -2};
    }
    void everySampleInterpretation()
    {
        QFETCH(QString, kind);
        QFETCH(int, bits);
        QFETCH(QByteArray, bytes);
        QFETCH(QList<int>, stored);
        const auto recording = documents::readRecording(recordingOf(kind, bits, bytes, int(stored.size())));
        QVERIFY2(recording, qPrintable(recording ? QString() : recording.error().detail));
        const auto &channel = (*recording)->groups.front().channels.front();
        QCOMPARE(channel.lead, std::optional(documents::Lead::II));
        for (int i = 0; i < int(stored.size()); ++i)
            QCOMPARE(channel.value(std::size_t(i)).value(), stored[i] * 2.0 + 1.0);
    }
    void whatCannotBeTrueIsRefused()
    {
        const QByteArray four(4, '\1');
        QCOMPARE(documents::readRecording(recordingOf(u"MB"_s, 8, four, 4)).error().code, ErrorCode::UnsupportedImage);
        QVERIFY(documents::readRecording(recordingOf(u"AB"_s, 8, four, 4)).error().detail.contains(u"AB"_s));
        QCOMPARE(documents::readRecording(recordingOf(u"SS"_s, 8, four, 2)).error().code, ErrorCode::DicomMalformed);
        QCOMPARE(documents::readRecording(recordingOf(u"SS"_s, 16, four, 3)).error().code, ErrorCode::DicomTruncated);
        QCOMPARE(documents::readRecording(recordingOf(u"SS"_s, 16, four, 2'000'000'000)).error().code,
                 ErrorCode::OutOfMemory);
        QCOMPARE(documents::readRecording(recordingOf(u"SS"_s, 16, four, 0)).error().code, ErrorCode::DicomMalformed);
    }
    /// Too slow, too fast or too long for any paper: said, not tried.
    void whatNoPaperHoldsIsRefused()
    {
        const QByteArray four(4, '\1');
        for (const QString &frequency :
             {u"0.000001"_s, u"0"_s, u"-100"_s, u"1e7"_s, u"1e308"_s, u"inf"_s, u"x"_s, u""_s}) {
            const auto recording = documents::readRecording(sampledAt(frequency, recordingOf(u"SS"_s, 16, four, 2)));
            QVERIFY2(!recording, qPrintable(frequency));
            QCOMPARE(recording.error().code, ErrorCode::DicomMalformed);
        }
        QVERIFY(documents::readRecording(sampledAt(u"0.1"_s, recordingOf(u"SS"_s, 16, four, 2))));
        QVERIFY(documents::readRecording(sampledAt(u"1000000"_s, recordingOf(u"SS"_s, 16, four, 2))));
        const int day = 86'400, samples = 4 * day; // at 1 Hz one channel of four days is 34,560 rows
        const QByteArray bytes(qsizetype(samples) * 2, '\1');
        const auto days = documents::readRecording(sampledAt(u"1"_s, recordingOf(u"SS"_s, 16, bytes, samples)));
        QVERIFY(!days);
        QCOMPARE(days.error().code, ErrorCode::UnsupportedImage);
        QVERIFY(documents::readRecording(sampledAt(u"1"_s, recordingOf(u"SS"_s, 16, bytes, day))));
    }
    /// A step of no worth would show any heart as standing still: the file says nothing of volts then.
    void aStepOfNoWorthIsNoCalibration_data()
    {
        QTest::addColumn<quint32>("element");
        QTest::addColumn<QString>("value");
        for (const QString &value :
             {u"0"_s, u"0.0"_s, u"inf"_s, u"nan"_s, u"x"_s, u"1e-320"_s, u"1e-307"_s, u"1e306"_s}) {
            QTest::addRow("sensitivity %s", qPrintable(value)) << 0x0210U << value;
            QTest::addRow("correction %s", qPrintable(value)) << 0x0212U << value;
        }
        for (const QString &value : {u"inf"_s, u"nan"_s, u"x"_s, u"-1e308"_s})
            QTest::addRow("baseline %s", qPrintable(value)) << 0x0213U << value;
    }
    void aStepOfNoWorthIsNoCalibration()
    {
        QFETCH(quint32, element);
        QFETCH(QString, value);
        const QByteArray bytes = QByteArray::fromHex("01000200");
        const auto recording =
            documents::readRecording(changed(recordingOf(u"SS"_s, 16, bytes, 2), [&](Attributes &channel) {
                channel.setText({0x003A, quint16(element)}, "DS", {value});
            }));
        QVERIFY(recording);
        const auto &channel = (*recording)->groups.front().channels.front();
        QVERIFY(!channel.isCalibrated);
        QVERIFY(!channel.toMillivolts());
        QVERIFY(std::isfinite(*channel.value(0)) && *channel.value(1) > *channel.value(0)); // the shape is left
    }
    /// Whatever a file claims of its channels, each sample that is one has a place on the paper.
    void everySampleHasAPlace_data()
    {
        QTest::addColumn<quint32>("element");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray apart = QByteArray::fromHex("ff7f0080"), same = QByteArray::fromHex("01000100");
        for (const QString &value : {u"1e306"_s, u"1e-307"_s, u"-1e100"_s, u"1e-100"_s}) {
            QTest::addRow("sensitivity %s", qPrintable(value)) << 0x0210U << value << apart;
            QTest::addRow("sensitivity %s, flat", qPrintable(value)) << 0x0210U << value << same;
        }
        for (const QString &value : {u"1e308"_s, u"1e99"_s, u"-1e20"_s})
            QTest::addRow("baseline %s, flat", qPrintable(value)) << 0x0213U << value << same;
    }
    void everySampleHasAPlace()
    {
        QFETCH(quint32, element);
        QFETCH(QString, value);
        QFETCH(QByteArray, bytes);
        for (const bool isVoltage : {true, false}) {
            const auto recording =
                documents::readRecording(changed(recordingOf(u"SS"_s, 16, bytes, 2), [&](Attributes &channel) {
                    channel.setText({0x003A, quint16(element)}, "DS", {value});
                    if (!isVoltage)
                        channel.remove({0x003A, 0x0211});
                }));
            QVERIFY(recording);
            const documents::WaveformGroup &group = (*recording)->groups.front();
            const documents::Paper paper = documents::layOut(group, {documents::PaperForm::Stacked, 25.0, 10.0});
            QCOMPARE(paper.strips.size(), size_t(1));
            const documents::Strip &strip = paper.strips.front();
            for (std::size_t i = 0; i < group.sampleCount(); ++i) {
                const auto sample = group.channels.front().value(i);
                QVERIFY(sample && std::isfinite(*sample));
                const auto place = documents::placeOf(paper, strip, double(i) / group.frequencyHz, *sample);
                QVERIFY2(std::isfinite(place.xMm) && std::isfinite(place.yMm), qPrintable(QString::number(place.yMm)));
            }
        }
    }
    /// Without a sensitivity nothing is said in millivolts.
    void anUncalibratedChannelHasNoVolts()
    {
        const Attributes object = changed(recordingOf(u"SS"_s, 16, QByteArray(4, '\1'), 2), [](Attributes &channel) {
            channel.remove({0x003A, 0x0210});
        });
        const auto recording = documents::readRecording(object);
        QVERIFY(recording);
        const auto &channel = (*recording)->groups.front().channels.front();
        QVERIFY(!channel.isCalibrated);
        QVERIFY(!channel.toMillivolts());
    }
};

CONSILIUM_TEST(WaveformTest)
#include "WaveformTest.moc"
