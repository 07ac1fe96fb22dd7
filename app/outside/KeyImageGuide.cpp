#include "app/outside/KeyImageGuide.h"

#include "app/windows/StudyHanging.h"

#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

KeyImageGuide::KeyImageGuide(ReadingSession &session, pixels::StudyImages &images, StudyUid study, QString askedAs)
    : QObject(&session), m_session(session), m_images(images), m_study(std::move(study)), m_askedAs(std::move(askedAs))
{
    // Behind the session's own: its first image is in the view before a key image takes the place.
    connect(&m_images, &pixels::StudyImages::studyChanged, this, &KeyImageGuide::look);
    connect(&m_images, &pixels::StudyImages::dataSetChanged, this, &KeyImageGuide::look);
    connect(&m_images, &pixels::StudyImages::progressChanged, this, &KeyImageGuide::look);
    connect(&m_session.dispatcher(), &session::ActionDispatcher::applied, this, [this](const session::Envelope &done) {
        // What is restored from the archive is nobody's hand.
        m_isReaderBusy = m_isReaderBusy || done.actor == m_session.dispatcher().localActor();
    });
}

void KeyImageGuide::start()
{
    m_session.hanging().keepShown(); // key images are what was asked for
    look();
}

void KeyImageGuide::look()
{
    if (m_isDone || !isSettled())
        return;
    m_isDone = true;
    deleteLater();
    if (!m_session.holds(m_study)) // its tab was closed meanwhile
        return;
    const Found found = find();
    const bool isShown = found.first && !m_isReaderBusy && show(*found.first);
    Q_EMIT told(textOf(found, isShown));
}

bool KeyImageGuide::isSettled() const
{
    const auto dataSets = m_images.dataSets(m_study);
    return !dataSets.empty() && std::all_of(dataSets.begin(), dataSets.end(),
                                            [this](const auto &d) { return m_images.progress(d->id).settled; });
}

KeyImageGuide::Found KeyImageGuide::find() const
{
    const auto dataSets = m_images.dataSets(m_study);
    const auto placeOf = [&dataSets](const session::ImageRef &image) -> std::optional<DataSetId> {
        for (const auto &dataSet : dataSets)
            for (const auto &slice : dataSet->slices)
                if (slice->sop == image.sop && slice->frame == image.frame)
                    return dataSet->id;
        return std::nullopt;
    };
    Found found;
    QSet<SopInstanceUid> counted;
    for (const auto &dataSet : dataSets) {
        found.isWhole = found.isWhole && !m_images.failure(dataSet->id);
        for (const auto &document : m_images.documents(dataSet->id)) {
            for (std::size_t i = 0; i < document->keyImages.size(); ++i) {
                const int frame = i < document->keyFrames.size() ? document->keyFrames[i] : 0;
                const session::ImageRef image{document->keyImages[i], frame};
                const auto place = placeOf(image);
                if (place && !found.first)
                    found.first = Place{dataSet->id, *place, image};
                if (counted.contains(image.sop))
                    continue;
                counted.insert(image.sop);
                ++found.named;
                found.missing += place ? 0 : 1;
            }
        }
    }
    return found;
}

QString KeyImageGuide::textOf(const Found &found, bool isShown) const
{
    QStringList sentences;
    if (found.named == 0 && !found.isWhole)
        sentences
            << tr("Only the key images of %1 were asked for. Not every series of the study could be read: whether "
                  "it has key images is not known. All that is there is shown.")
                   .arg(m_askedAs);
    else if (found.named == 0)
        sentences << tr("Only the key images of %1 were asked for. The study has no key images: all its images are "
                        "shown.")
                         .arg(m_askedAs);
    else if (!found.first)
        sentences << tr("Only the key images of %1 were asked for. None of those that its key image notes name is in "
                        "the study: all its images are shown.")
                         .arg(m_askedAs);
    else if (isShown)
        sentences << tr("Key images of %1: the first of %n is shown, beside the note that names it.", nullptr,
                        found.named)
                         .arg(m_askedAs);
    else
        sentences << tr("Key images of %1: there are %n, listed in the key image note of the study.", nullptr,
                        found.named)
                         .arg(m_askedAs);
    if (found.first && found.missing > 0)
        sentences << tr("%n of them are not in the study.", nullptr, found.missing);
    return sentences.join(u' ');
}

// One step that the reader can take back: the study is then as it opens by itself.
bool KeyImageGuide::show(const Place &place)
{
    disconnect(&m_session.dispatcher(), nullptr, this, nullptr);
    auto &dispatcher = m_session.dispatcher();
    const session::ViewerState &state = dispatcher.state();
    std::vector<session::Action> actions;
    if (state.layout().cellCount() == 1)
        actions.emplace_back(session::SetLayout{1, 2, std::nullopt});
    // The note goes into a cell that is free, else into the last one.
    const int cells = std::max(state.layout().cellCount(), 2);
    const ViewId first = session::Layout::viewAt(0);
    ViewId second = session::Layout::viewAt(cells - 1);
    for (int i = cells - 1; i > 0; --i)
        if (state.view(session::Layout::viewAt(i)).dataSet.isEmpty())
            second = session::Layout::viewAt(i);
    const auto series = [this](const ViewId &view, const DataSetId &dataSet) {
        session::ShowSeries show;
        show.view = view;
        show.study = m_study;
        show.dataSet = dataSet;
        return show;
    };
    actions.emplace_back(series(second, place.note));
    actions.emplace_back(series(first, place.dataSet));
    actions.emplace_back(session::ShowPlane{first, place.image});
    const session::GestureId step = dispatcher.beginGesture();
    return std::all_of(actions.begin(), actions.end(), [&](const session::Action &action) {
        return dispatcher.submit(action, session::Origin::Local, step).has_value();
    });
}

} // namespace consilium::app
