#pragma once
#include "app/Application.h"
#include "app/settings/SettingsPage.h"
#include "app/windows/CommandPalette.h"
#include "app/windows/MainWindow.h"
#include "app/worklist/WorklistView.h"
#include "tests/gui/LookRules.h"
#include "tests/gui/StallWatch.h"
#include "tests/net/MinimalDicom.h"
#include "tests/unit/app/FakeSource.h"

#include <QFile>
#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <optional>

using namespace Qt::StringLiterals;

namespace consilium::test
{

/// The whole program with a study from a folder and a worklist.
struct LookDesk {
    QTemporaryDir profile, folder;
    app::Language language;
    std::unique_ptr<app::Application> program;
    std::shared_ptr<FakeSource> source = std::make_shared<FakeSource>(u"archive"_s);
    std::optional<MayStall> isLarge;

    LookDesk(const QString &spoken, const QString &theme, QSize size, int images = 3)
    {
        if (size.width() > 2000)
            isLarge.emplace("eight million pixels, painted by the processor");
        MinimalDicom image;
        image.patientName = u"TEST^Endoscopy With A Long Name=模体^很长的名字"_s;
        image.studyDescription = u"胸部、腹部及盆腔增强扫描 CT chest, abdomen and pelvis with contrast"_s;
        for (int i = 1; i <= images; ++i) {
            image.instanceNumber = i;
            image.sop = image.series + u".%1"_s.arg(i);
            QFile file(folder.filePath(u"%1.dcm"_s.arg(i)));
            if (file.open(QIODevice::WriteOnly))
                file.write(image.part10());
        }
        app::CommandLine line;
        line.profile = profile.path();
        line.language = spoken;
        line.theme = theme;
        line.size = size;
        language.install(spoken);
        program = std::make_unique<app::Application>(std::move(line), language);
        program->start();
        window().resize(size);
    }
    [[nodiscard]] app::MainWindow &window() const { return program->window(); }
    /// `hasMore`: the archive has more than these.
    void fillWorklist(int studies = 30, bool hasMore = true) const
    {
        program->worklistSearch().setSources({source});
        window().showWorklist();
        window().worklist().search();
        std::vector<Attributes> rows;
        for (int i = 1; i <= studies; ++i) {
            Attributes row = studyRow(u"1.2.%1"_s.arg(i), u"TEST^Patient %1=模体^患者%1"_s.arg(i),
                                      QDate(2026, 1, 1).addDays(i).toString(u"yyyyMMdd"_s), 1000 + i);
            row.setText(tags::AccessionNumber, "SH", {u"ACC-2026-%1"_s.arg(i, 6)});
            row.setText(tags::StudyDescription, "LO", {u"头颅平扫加增强 Head without and with contrast %1"_s.arg(i)});
            row.setText(tags::ModalitiesInStudy, "CS", {u"CT"_s, u"SR"_s});
            rows.push_back(row);
        }
        source->answer(dicomweb::StudyPage{rows, hasMore});
    }
    /// Goes to every page that there is once the worklist is filled, as a reader does, and says where it is.
    void walk(const std::function<void(const QString &place)> &at) const
    {
        window().showWorklist();
        at(u"worklist"_s);
        auto *list = window().findChild<app::WorklistView *>();
        list->setCurrentIndex(list->model()->index(0, 0));
        at(u"worklist with a study chosen"_s);
        window().showSettings();
        auto *settings = window().findChild<app::SettingsPage *>();
        auto *sections = settings->findChild<QListWidget *>();
        for (int i = 0; i < sections->count(); ++i) {
            sections->setCurrentRow(i);
            at(u"settings %1"_s.arg(i + 1));
        }
        settings->addArchive();
        at(u"new archive"_s);
        program->openPaths({folder.path()});
        QTRY_VERIFY_WITH_TIMEOUT(window().readingPage(), 20'000);
        QTest::qWait(300);
        at(u"reading"_s);
        for (const QString &layout : {u"layout-2x2"_s, u"layout-3x4"_s}) {
            QVERIFY(window().runCommand(layout));
            at(layout);
        }
    }
    /// What is wrong now, each sentence with the place's name. Keeps a picture where CONSILIUM_LOOK names a folder.
    [[nodiscard]] QStringList problems(const QString &place) const
    {
        QTest::qWait(60); // posted layouts
        const QStringList found = judged(window(), place);
        if (found.isEmpty())
            return found;
        QTest::qWait(500); // a page whose parts are made one after the other
        return judged(window(), place);
    }
    /// The same of a menu or dialog.
    [[nodiscard]] QStringList judged(QWidget &what, const QString &place) const
    {
        QStringList found = lookProblems(what, coloursFor(what.width()));
        for (QString &problem : found)
            problem.prepend(place + u": "_s);
        if (const QString kept = qEnvironmentVariable("CONSILIUM_LOOK"); !kept.isEmpty())
            what.grab().save(u"%1/%2-%3-%4-%5.png"_s
                                 .arg(kept, QString(place).replace(u' ', u'-'), language.current(), program->theme())
                                 .arg(window().width()));
        return found;
    }
};

} // namespace consilium::test
