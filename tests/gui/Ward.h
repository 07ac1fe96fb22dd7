#pragma once
#include "app/Application.h"
#include "app/people/SignInWindow.h"
#include "app/people/Workplace.h"
#include "app/settings/Language.h"
#include "app/settings/ProfileSettings.h"
#include "app/windows/MainWindow.h"
#include "tests/unit/session/SetClock.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace consilium::test
{

inline constexpr app::HashCost cheap{1U << 10, 8, 1};
inline const QString first = QString::fromLatin1(app::PeopleStore::First);

/// A computer of its own: folder, clock, and the people in it.
struct Ward {
    QTemporaryDir folder;
    SetClock clock;
    app::Language language;
    QString second;
    std::unique_ptr<app::Workplace> place;

    explicit Ward(const QString &spoken = u"en"_s) { language.install(spoken); }
    /// "first" (Li Na, with a password unless it is empty) and Wang Wei without one, who has chosen the light theme.
    void twoPeople(const QString &password, const QString &firstName = u"Li Na"_s,
                   const QString &secondName = u"Wang Wei"_s)
    {
        app::PeopleStore store(folder.path(), clock);
        QVERIFY(store.addFirst(firstName));
        const auto added = store.add(secondName);
        QVERIFY(added);
        second = *added;
        if (!password.isEmpty())
            QVERIFY(store.setPassword(first, *app::hashPassword(password, cheap)));
        app::ProfileSettings(store.settingsFolder(second)).setTheme(u"light"_s);
    }
    void start(app::CommandLine line = {})
    {
        if (line.size.isEmpty())
            line.size = QSize(1366, 768);
        if (line.language.isEmpty())
            line.language = u"en"_s;
        place = std::make_unique<app::Workplace>(std::move(line), language,
                                                 app::Workplace::Place{folder.path(), &clock, cheap});
        place->start();
    }
    /// Li Na at her place, with the password 1234. False: she did not get in.
    [[nodiscard]] bool startSignedIn()
    {
        twoPeople(u"1234"_s);
        start();
        signIn(0, u"1234"_s);
        return QTest::qWaitFor([this] { return place->application() != nullptr; }, 5'000);
    }
    app::MainWindow &window() const { return place->application()->window(); }
    QListWidget *names() const { return place->signIn()->page().findChild<QListWidget *>(u"signInPeople"_s); }
    QLineEdit *field() const { return place->signIn()->page().findChild<QLineEdit *>(u"signInPassword"_s); }
    QPushButton *enter() const { return place->signIn()->page().findChild<QPushButton *>(u"signInEnter"_s); }
    QString note() const { return place->signIn()->page().findChild<QLabel *>(u"signInNote"_s)->text(); }
    void signIn(int row, const QString &password) const
    {
        names()->setCurrentRow(row);
        if (!password.isEmpty())
            QTest::keyClicks(field(), password);
        QTest::mouseClick(enter(), Qt::LeftButton);
    }
};

} // namespace consilium::test
