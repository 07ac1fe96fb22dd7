#pragma once
#include "app/bridge/PixelBridge.h"
#include "app/settings/SettingsPage.h"
#include "app/windows/AppTabs.h"
#include "app/windows/CommandPalette.h"
#include "app/windows/MainWindow.h"
#include "app/worklist/FilterBar.h"
#include "app/worklist/StudyPanel.h"
#include "app/worklist/WorklistView.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/FakeSource.h"
#include "viewer/tools/WindowPresets.h"
#include "viewer/widgets/ToolButton.h"
#include "viewer/widgets/theme/Theme.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace consilium;

namespace consilium::test
{

/// Everything that a window needs, without a network.
struct Desk {
    QTemporaryDir folder;
    SystemClock clock;
    app::ProfileSettings settings{folder.path()};
    http::HttpClient http;
    identity::CredentialStore secrets;
    app::ArchiveSet archives{http, secrets, settings};
    app::PixelBridge images{app::PixelBridge::Limits{64'000'000, 1}};
    tools::Bindings bindings = tools::Bindings::fromJson(tools::builtInBindings()).value_or(tools::Bindings());
    app::WorklistSearch search{clock};
    std::shared_ptr<FakeSource> source = std::make_shared<FakeSource>(u"archive"_s);
    std::unique_ptr<app::MainWindow> window;

    explicit Desk(bool withArchive = true)
    {
        widgets::applyTheme(*qApp, widgets::Scheme::Dark, QLocale(u"en"_s));
        if (withArchive)
            search.setSources({source});
        window = std::make_unique<app::MainWindow>(app::WindowServices{
            clock, settings, archives, images, bindings, search, u"en"_s, u"dark"_s, nullptr, &images.archiveWatch()});
        window->resize(1400, 900);
        window->show();
    }
    void answer(std::initializer_list<Attributes> rows, bool more = false)
    {
        source->answer(dicomweb::StudyPage{std::vector<Attributes>(rows), more});
    }
    template<class T>
    T *part(const QString &name = {}) const
    {
        return window->findChild<T *>(name);
    }
};

} // namespace consilium::test
