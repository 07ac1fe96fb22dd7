#include "app/settings/HangingDraft.h"

#include "app/settings/OwnProtocols.h"
#include "viewer/hanging/JsonText.h"
#include "viewer/hanging/ProtocolReader.h"
#include "viewer/hanging/ProtocolWriter.h"

#include <QCoreApplication>

#include <cmath>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

class Text
{
    Q_DECLARE_TR_FUNCTIONS(HangingDraft)
};

bool isWithin(hanging::Place place, const hanging::JsonValue &value)
{
    const auto key = [](hanging::Place p) { return std::tuple(p.line, p.column); };
    const hanging::JsonValue *last = &value;
    while (!last->values.empty())
        last = &last->values.back();
    return key(place) >= key(value.place) && key(place) <= key(last->place);
}

/// The one of a list within which the place is, from 0; -1: none.
int indexIn(const hanging::JsonValue *list, hanging::Place place)
{
    for (int i = 0; list && i < int(list->values.size()); ++i)
        if (isWithin(place, list->values[std::size_t(i)]))
            return i;
    return -1;
}

/// Views are counted monitor by monitor, as the forms count them.
QString ofStage(int stage, int view, const QString &sentence)
{
    return view < 0 ? Text::tr("Stage %1: %2").arg(stage + 1).arg(sentence)
                    : Text::tr("Stage %1, view %2: %3").arg(stage + 1).arg(view + 1).arg(sentence);
}

/// The text that was read is the writer's and nobody sees it: in place of its lines the parts of the form are named.
QString withPart(const hanging::JsonValue &root, hanging::Problem problem)
{
    const hanging::Place place = problem.place;
    problem.place = {};
    const QString sentence = problem.text();
    if (const hanging::JsonValue *match = root.find(u"match"_s))
        if (const int series = indexIn(match->find(u"series"_s), place); series >= 0)
            return Text::tr("Series condition %1: %2").arg(series + 1).arg(sentence);
    const hanging::JsonValue *stages = root.find(u"stages"_s);
    const int stage = indexIn(stages, place);
    if (stage < 0)
        return sentence;
    int before = 0;
    if (const auto *monitors = stages->values[std::size_t(stage)].find(u"monitors"_s))
        for (const hanging::JsonValue &monitor : monitors->values)
            if (const hanging::JsonValue *cells = monitor.find(u"cells"_s)) {
                if (const int cell = indexIn(cells, place); cell >= 0)
                    return ofStage(stage, before + cell, sentence);
                before += int(cells->values.size());
            }
    return ofStage(stage, -1, sentence);
}

/// What is chosen and not said yet: a window without numbers, an alignment by letters without one; empty: nothing.
QStringList leftOpen(const hanging::Protocol &protocol)
{
    QStringList sentences;
    for (int stage = 0; stage < int(protocol.stages.size()); ++stage) {
        int view = 0;
        for (const hanging::MonitorCells &monitor : protocol.stages[std::size_t(stage)].monitors)
            for (const hanging::Cell &cell : monitor.cells) {
                if (cell.window && !(std::isfinite(cell.window->centre) && std::isfinite(cell.window->width)))
                    sentences << ofStage(stage, view, Text::tr("The window has no centre or no width."));
                if (cell.edges && cell.edges->left.isNull() && cell.edges->top.isNull())
                    sentences << ofStage(stage, view, Text::tr("No letter is chosen that it is aligned by."));
                ++view;
            }
    }
    return sentences;
}

} // namespace

QString firstOf(const QStringList &sentences)
{
    constexpr qsizetype most = 8;
    return sentences.mid(0, most).join(u'\n');
}

tl::expected<hanging::Protocol, QString> checkedDraft(const hanging::Protocol &draft)
{
    if (hanging::displayText(draft.names).isEmpty())
        return tl::unexpected(Text::tr("The protocol has no name."));
    if (const QStringList open = leftOpen(draft); !open.isEmpty())
        return tl::unexpected(firstOf(open));
    const QByteArray written = hanging::writeProtocol(draft);
    auto read = hanging::readProtocol(written, protocolWindowNames());
    if (!read) {
        const auto root = hanging::readJson(written);
        QStringList sentences;
        for (hanging::Problem problem : read.error())
            if (root) {
                sentences << withPart(*root, problem);
            } else {
                problem.place = {};
                sentences << problem.text();
            }
        return tl::unexpected(firstOf(sentences));
    }
    read->isOwn = draft.isOwn;
    read->file = draft.file;
    return *read;
}

std::vector<QString> seriesIn(const hanging::Protocol &protocol, std::size_t stage, const hanging::Studies &studies,
                              int monitors)
{
    hanging::Screen screen;
    screen.monitors = monitors;
    const hanging::Hanging hanging = hanging::hang(protocol, stage, studies, screen, protocolWindows());
    std::map<DataSetId, QString> names;
    const auto add = [&names](const hanging::Study &study) {
        for (const auto &stack : study.dataSets)
            names[stack->id] = stack->header.description.isEmpty() ? stack->header.modality : stack->header.description;
    };
    add(studies.current);
    for (const hanging::Study &prior : studies.priors)
        add(prior);
    const hanging::Stage &drawn = protocol.stages[stage];
    std::vector<QString> shown(std::size_t(drawn.rows() * drawn.columns()));
    for (const session::Action &action : hanging.actions)
        if (const auto *show = std::get_if<session::ShowSeries>(&action))
            for (int i = 0; i < int(shown.size()); ++i)
                if (show->view == session::Layout::viewAt(i) && !show->dataSet.isEmpty())
                    shown[std::size_t(i)] = names[show->dataSet];
    return shown;
}

std::size_t gridPlace(const hanging::Stage &stage, std::size_t monitor, int index)
{
    int before = 0;
    for (std::size_t i = 0; i < monitor; ++i)
        before += stage.monitors[i].columns;
    const int columns = stage.monitors[monitor].columns;
    const int cell = index / columns * stage.columns() + before + index % columns;
    return std::size_t(cell);
}

} // namespace consilium::app
