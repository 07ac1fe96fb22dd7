#include "app/bridge/PixelBridge.h"
#include "tests/support/TestMain.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace consilium;
using namespace Qt::StringLiterals;

/// A radiograph that takes long to decode is seen at a lower resolution first.
class BridgePreviewTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    // The resolutions in which the only image of a folder comes, in order.
    static std::vector<int> comingOf(const QString &folder)
    {
        std::vector<int> coming;
        app::PixelBridge bridge({200'000'000, 1});
        QSignalSpy finished(&bridge, &app::PixelBridge::folderFinished);
        connect(&bridge, &pixels::StudyImages::frameReady, &bridge, [&](const pixels::FrameKey &key) {
            const auto frame = bridge.frame(key);
            coming.push_back(frame && frame->key == key ? frame->reduction : -1);
        });
        bridge.openFolder(folder);
        if (!finished.wait(20'000) || bridge.studies().empty())
            return {};
        const DataSetId id = bridge.dataSets(bridge.studies().front()).front()->id;
        bridge.want(&bridge, id, 0, 0);
        (void)QTest::qWaitFor([&] { return bridge.progress(id).complete; }, 30'000);
        // What is closed is gone, whatever was on its way.
        const auto key = pixels::keyOf(*bridge.dataSet(id)->slices.front());
        bridge.closeStudy(bridge.studies().front());
        if (bridge.frame(key))
            coming.push_back(-2);
        return coming;
    }

    [[nodiscard]] QString phantom(const QString &name, int side, const QString &syntax)
    {
        const QString program =
            qEnvironmentVariable("CONSILIUM_BIN", QStringLiteral(CONSILIUM_BUILD_DIR "/bin")) + u"/consilium-phantom"_s;
        const QString folder = m_folder.filePath(name);
        return QProcess::execute(program, {u"generate"_s, u"--out"_s, folder, u"--kind"_s, u"head"_s, u"--slices"_s,
                                           u"1"_s, u"--rows"_s, QString::number(side), u"--columns"_s,
                                           QString::number(side), u"--syntax"_s, syntax}) == 0
                   ? folder
                   : QString();
    }

private Q_SLOTS:
    void aLargeOneComesTwice()
    {
        QCOMPARE(comingOf(phantom(u"large"_s, 1800, u"jpeg2000"_s)), (std::vector<int>{2, 0}));
    }
    /// No flicker where the whole one is there at once.
    void othersComeOnce()
    {
        QCOMPARE(comingOf(phantom(u"small"_s, 512, u"jpeg2000"_s)), std::vector<int>{0});
        QCOMPARE(comingOf(phantom(u"quick"_s, 1800, u"explicit"_s)), std::vector<int>{0});
    }
};

CONSILIUM_TEST(BridgePreviewTest)
#include "BridgePreviewTest.moc"
