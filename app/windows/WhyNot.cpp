#include "app/windows/WhyNot.h"

#include "app/windows/MainWindow.h"
#include "viewer/widgets/CommandReasons.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(WhyNot)
};

QString whyNotReading(const QString &command, ReadingPage &page)
{
    const auto &dispatcher = page.session().dispatcher();
    if (command == "undo"_L1 && !dispatcher.canUndo(dispatcher.localActor()))
        return Text::tr("There is nothing to undo.");
    if (command == "redo"_L1 && !dispatcher.canRedo(dispatcher.localActor()))
        return Text::tr("There is nothing to redo.");
    if (command == "show-series"_L1 && page.strip().currentCard().isEmpty())
        return Text::tr("No series is chosen in the strip.");
    if (const QString why = page.whyNotKeep(command); !why.isEmpty())
        return why;
    const auto *viewport = page.grid().activeViewport();
    return viewport ? widgets::whyNotHere(command, *viewport) : QString();
}

QString whyNotInWorklist(const QString &command, const WorklistPage &page)
{
    const bool isCopy = command == "copy-accession"_L1;
    if (!isCopy && command != "open-study"_L1)
        return {};
    const auto *study = page.selectedStudy();
    if (!study)
        return Text::tr("No study is chosen.");
    return isCopy && study->accession.isEmpty() ? Text::tr("This study has no accession number.") : QString();
}

} // namespace

QString whyNot(const QString &command, const MainWindow &window)
{
    if (ReadingPage *page = window.readingPage())
        return whyNotReading(command, *page);
    if (command == "close-tab"_L1 && !window.isShowingSettings())
        return Text::tr("The worklist stays open.");
    return whyNotInWorklist(command, window.worklist());
}

} // namespace consilium::app
