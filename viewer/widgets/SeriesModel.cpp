#include "viewer/widgets/SeriesModel.h"

#include "viewer/render2d/ImageCount.h"
#include "viewer/segments/StudySegments.h"
#include "viewer/widgets/Thumbnails.h"
#include "viewer/widgets/ViewportWidget.h"
#include "viewer/widgets/documents/DocumentCard.h"
#include "viewer/widgets/theme/Typography.h"

#include <QMimeData>
#include <QSet>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{

/// The segmentation whose masks the data set shows as pictures; null: it is none, or is not read (yet).
segments::SegmentationPtr maskObject(const dicom::DataSet &dataSet, const segments::StudySegments *known)
{
    const bool isMask = known && !dataSet.slices.empty() && dataSet.slices.front()->segment >= 0;
    return isMask ? known->find(dataSet.slices.front()->sop) : nullptr;
}

/// Images of several patients came with one study: each card begins with its own patient's name.
QString nameAmongOthers(const dicom::DataSet &dataSet)
{
    const bool isMixed = std::any_of(dataSet.issues.begin(), dataSet.issues.end(), [](const dicom::DataIssue &issue) {
        return issue.kind == dicom::DataIssue::Kind::MixedPatients && issue.count > 1;
    });
    if (!isMixed || dataSet.slices.empty())
        return {};
    const dicom::PatientIdentity &patient = dataSet.slices.front()->patient;
    const QString name = patient.name.display().trimmed();
    return name.isEmpty() ? patient.id.trimmed() : name;
}

QString inOneLine(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace

SeriesModel::SeriesModel(session::ActionDispatcher &dispatcher, pixels::StudyImages &images, Thumbnails &thumbnails,
                         QObject *parent)
    : QAbstractListModel(parent), m_dispatcher(dispatcher), m_images(&images), m_thumbnails(thumbnails)
{
    connect(&dispatcher, &session::ActionDispatcher::applied, this,
            [this](const session::Envelope &envelope, const session::ChangeSet &changes) {
                // Scrolling and windowing change no card.
                if (changes.layout || std::holds_alternative<session::ShowSeries>(envelope.action) ||
                    std::holds_alternative<session::ShowSegmentation>(envelope.action))
                    refresh();
                else if (!changes.annotations.empty() && noteKeyMarks())
                    refresh();
            });
    connect(&dispatcher, &session::ActionDispatcher::wasReset, this, &SeriesModel::refresh);
    connect(&images, &pixels::StudyImages::studyChanged, this, [this](const StudyUid &uid) {
        if (uid == study())
            refresh();
    });
    connect(&images, &pixels::StudyImages::dataSetChanged, this, &SeriesModel::refreshCard);
    connect(&images, &pixels::StudyImages::progressChanged, this, &SeriesModel::refreshCard);
    if (segments::StudySegments *known = images.segments())
        connect(known, &segments::StudySegments::changed, this, [this](const StudyUid &uid) {
            if (uid == study())
                refresh();
        });
    connect(&thumbnails, &Thumbnails::changed, this, [this](const DataSetId &id) {
        if (const int row = rowOf(id); row >= 0)
            Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
    });
    refresh();
}

void SeriesModel::setStudy(const StudyUid &study)
{
    m_fixedStudy = study;
    refresh();
}

StudyUid SeriesModel::study() const
{
    const StudyUid &followed = m_followed.isEmpty() ? m_awaited : m_followed;
    return m_fixedStudy.isEmpty() ? followed : m_fixedStudy;
}

void SeriesModel::setAwaited(const StudyUid &study)
{
    if (m_awaited == study)
        return;
    m_awaited = study;
    refresh();
}

bool SeriesModel::isShowable(int row) const
{
    return card(row).object.isEmpty() && m_images && m_images->dataSet(card(row).id);
}

int SeriesModel::rowOf(const DataSetId &id) const
{
    const auto it = std::find_if(m_cards.begin(), m_cards.end(), [&](const SeriesCard &card) { return card.id == id; });
    return it == m_cards.end() ? -1 : int(it - m_cards.begin());
}

QImage SeriesModel::thumbnail(int row) const
{
    return m_thumbnails.image(card(row).id);
}

void SeriesModel::refresh()
{
    noteKeyMarks();
    if (!m_images)
        return;
    const auto &state = m_dispatcher.state();
    const StudyUid &active = state.view(state.layout().active).study;
    if (!active.isEmpty())
        m_followed = active; // an empty cell keeps the list that was there
    std::vector<SeriesCard> cards = allCards();
    std::vector<DataSetId> ids;
    for (const SeriesCard &card : cards)
        if (m_images->dataSet(card.id))
            ids.push_back(card.id);
    const auto sameId = [](const SeriesCard &a, const SeriesCard &b) { return a.id == b.id; };
    if (std::equal(cards.begin(), cards.end(), m_cards.begin(), m_cards.end(), sameId)) {
        for (std::size_t i = 0; i < cards.size(); ++i) {
            if (cards[i] == m_cards[i])
                continue;
            m_cards[i] = std::move(cards[i]);
            Q_EMIT dataChanged(index(int(i)), index(int(i)));
        }
    } else {
        beginResetModel();
        m_cards = std::move(cards);
        endResetModel();
        Q_EMIT countChanged(int(m_cards.size()));
    }
    m_thumbnails.setDataSets(ids);
}

std::vector<SeriesCard> SeriesModel::allCards()
{
    std::vector<SeriesCard> cards;
    const segments::StudySegments *const known = m_images->segments();
    std::vector<SopInstanceUid> masks; // that have a card already
    for (const auto &dataSet : m_images->dataSets(study())) {
        const bool isMask = !dataSet->slices.empty() && dataSet->slices.front()->segment >= 0;
        const SopInstanceUid sop = isMask ? dataSet->slices.front()->sop : SopInstanceUid();
        if (isMask && std::find(masks.begin(), masks.end(), sop) != masks.end())
            continue;
        if (isMask)
            masks.push_back(sop);
        cards.push_back(describe(*dataSet));
    }
    if (known)
        for (const auto &object : known->of(study()))
            if (object->kind == segments::Segmentation::Kind::Structures)
                cards.push_back(describe(*object));
    addMissingOutlines(cards);
    return cards;
}

/// Outlines of which there is no card: a reader must not take them for ones that nobody drew.
void SeriesModel::addMissingOutlines(std::vector<SeriesCard> &cards) const
{
    const segments::StudySegments *const known = m_images->segments();
    if (!known)
        return;
    QSet<SeriesUid> listed; // as pictures
    for (const auto &dataSet : m_images->dataSets(study()))
        listed.insert(dataSet->header.uid);
    int number = 0;
    for (const auto &missing : known->missing(study())) {
        if (listed.contains(missing.series.uid))
            continue;
        SeriesCard card;
        card.id = DataSetId(u"%1#outlines-%2"_s.arg(missing.series.uid.text()).arg(++number));
        card.number = missing.series.number >= 0 ? QString::number(missing.series.number) : QString();
        card.title = missing.series.description.trimmed();
        if (card.title.isEmpty())
            card.title = missing.series.modality == "SEG"_L1 ? tr("Segmentation") : tr("Structure set");
        card.modality = missing.series.modality;
        card.loading = missing.isLoading() ? SeriesCard::Loading::Queued : SeriesCard::Loading::Failed;
        if (!missing.isLoading())
            card.problem = userMessage(missing.error);
        cards.push_back(std::move(card));
    }
}

void SeriesModel::refreshCard(const DataSetId &id)
{
    const int row = rowOf(id);
    const auto dataSet = m_images ? m_images->dataSet(id) : nullptr;
    if (row < 0 || !dataSet)
        return;
    SeriesCard card = describe(*dataSet);
    if (card == m_cards[std::size_t(row)])
        return;
    m_cards[std::size_t(row)] = std::move(card);
    Q_EMIT dataChanged(index(row), index(row));
}

/// A structure set: no picture of its own.
SeriesCard SeriesModel::describe(const segments::Segmentation &object) const
{
    SeriesCard card;
    card.id = DataSetId(object.sop.text());
    card.object = object.sop;
    card.number = object.header.number >= 0 ? QString::number(object.header.number) : QString();
    card.title = object.name();
    if (card.title.isEmpty())
        card.title = tr("Structure set");
    card.modality = object.header.modality;
    describeObject(object, card);
    return card;
}

/// What a card says of the object that lies over images: how many outlines, and over which views.
void SeriesModel::describeObject(const segments::Segmentation &object, SeriesCard &card) const
{
    const auto &state = m_dispatcher.state();
    const auto &layout = state.layout();
    // Its pictures are for those who ask for them: nothing is missing when they were not loaded.
    card.loading = SeriesCard::Loading::Complete;
    card.loaded.clear();
    card.count = tr("%n outline(s)", nullptr, int(object.segments.size()));
    for (int i = 0; i < layout.cellCount(); ++i) {
        const ViewId view = session::Layout::viewAt(i);
        const bool isShown = state.segmentation(view, object.sop).shown;
        if (std::size_t(i) < card.cells.size())
            card.cells[std::size_t(i)] = card.cells[std::size_t(i)] || isShown;
        else
            card.cells.push_back(isShown);
        card.isActive = card.isActive || (isShown && view == layout.active);
    }
    if (object.unreadable > 0) {
        const QString text = tr("%n part(s) of it could not be read and are missing", nullptr, object.unreadable);
        card.problem = card.problem.isEmpty() ? text : card.problem + u'\n' + text;
        card.hasIssues = true;
        card.grade = std::max(card.grade, render2d::Grade::Caution);
    }
}

bool SeriesModel::hasPassingFailure(const dicom::DataSet &dataSet) const
{
    return std::any_of(dataSet.slices.begin(), dataSet.slices.end(), [this](const auto &slice) {
        const Error *failure = m_images->failure(pixels::keyOf(*slice));
        return failure && isPassing(*failure);
    });
}

/// What is wrong with the data, one line each, and how grave the worst of it is.
void SeriesModel::noteIssues(SeriesCard &card, const dicom::DataSet &dataSet,
                             const pixels::StudyImages::Progress &progress)
{
    QStringList lines;
    for (const auto &issue : dataSet.issues) {
        const render2d::Grade grade = render2d::gradeOf(issue.kind);
        card.grade = std::max(card.grade, grade);
        lines << render2d::gradeWord(grade) + u": "_s + dicom::issueHeadline(issue) + u' ' +
                     dicom::issueConsequence(issue);
    }
    if (progress.damaged > 0) {
        card.grade = std::max(card.grade, render2d::Grade::Caution);
        lines << tr("Parts of %n image(s) are missing", nullptr, progress.damaged);
    }
    if (progress.failed > 0) {
        card.grade = render2d::Grade::Danger;
        lines << tr("%n image(s) could not be read", nullptr, progress.failed);
    }
    card.problem = lines.join(u'\n');
    card.hasIssues = !lines.isEmpty();
}

void SeriesModel::describeDocuments(SeriesCard &card, const std::vector<dicom::DocumentPtr> &documents) const
{
    const dicom::DocumentHeader &first = *documents.front();
    card.icon = documentIcon(first.kind);
    card.loading = SeriesCard::Loading::Complete;
    if (documents.size() == 1) {
        card.title = documentTitle(first);
        card.facts = documentFacts(first);
        card.count.clear();
        return;
    }
    card.count = grouped(qint64(documents.size()));
    card.facts << tr("%n document(s)", nullptr, int(documents.size()));
}

/// Whether other images are marked as key images than when it was asked last.
bool SeriesModel::noteKeyMarks()
{
    QSet<SopInstanceUid> marked;
    m_dispatcher.state().annotations().forEach([&marked](const session::Annotation &mark) {
        if (mark.kind == session::AnnotationKind::KeyImage)
            marked.insert(mark.sop);
    });
    return std::exchange(m_keyMarks, marked) != marked;
}

int SeriesModel::countKeyImages(const dicom::DataSet &dataSet) const
{
    QSet<SopInstanceUid> named = m_keyMarks; // and those of notes that are in the archive
    for (const auto &other : m_images->dataSets(study()))
        for (const auto &document : m_images->documents(other->id))
            named.unite(QSet<SopInstanceUid>(document->keyImages.begin(), document->keyImages.end()));
    if (named.isEmpty())
        return 0;
    QSet<SopInstanceUid> here;
    for (const auto &slice : dataSet.slices)
        if (named.contains(slice->sop))
            here.insert(slice->sop);
    return int(here.size());
}

SeriesCard SeriesModel::describe(const dicom::DataSet &dataSet)
{
    using Loading = SeriesCard::Loading;
    const auto &state = m_dispatcher.state();
    const auto &layout = state.layout();
    SeriesCard card;
    card.id = dataSet.id;
    card.number = dataSet.header.number >= 0 ? QString::number(dataSet.header.number) : QString();
    card.title = dataSet.header.description.trimmed();
    if (card.title.isEmpty())
        card.title = card.number.isEmpty() ? tr("Series without name") : tr("Series %1").arg(card.number);
    const auto masks = maskObject(dataSet, m_images->segments());
    card.who = nameAmongOthers(dataSet);
    card.part = masks ? QString() : dataSet.part;
    card.title = inOneLine({card.who, card.part, card.title}); // what they have in common last: a card is narrow
    card.modality = dataSet.header.modality;
    bool shown = false;
    for (int i = 0; i < layout.cellCount(); ++i) {
        card.cells.push_back(state.view(session::Layout::viewAt(i)).dataSet == dataSet.id);
        shown = shown || card.cells.back();
    }
    if (shown)
        m_asked.insert(dataSet.id);
    card.isActive = state.view(layout.active).dataSet == dataSet.id;
    card.object = masks ? masks->sop : SopInstanceUid();
    if (const auto documents = m_images->documents(dataSet.id); !documents.empty()) {
        describeDocuments(card, documents);
        return card;
    }
    card.keyImages = countKeyImages(dataSet);
    const auto progress = m_images->progress(dataSet.id);
    const render2d::ImageCount count = render2d::imageCount(&dataSet, progress);
    card.count = count.total > 0 ? grouped(count.total) : QString();
    const Error *failure = m_images->failure(dataSet.id);
    card.canRetry = (failure && isPassing(*failure)) || (progress.failed > 0 && hasPassingFailure(dataSet));
    // One unreadable image (the thumbnail's, which comes first) does not make a series unreadable.
    const bool allFailed = progress.failed > 0 && progress.decoded == 0 &&
                           (progress.ended || progress.failed >= std::max(count.total, progress.described));
    if ((failure || allFailed) && !masks) {
        card.loading = Loading::Failed;
        card.problem = failure ? userMessage(*failure) : tr("No image of this series could be read");
        return card;
    }
    if (progress.complete)
        card.loading = Loading::Complete;
    else if (progress.ended)
        card.loading = Loading::Incomplete;
    else if (shown || (progress.decoded > 1 && m_asked.contains(dataSet.id)))
        card.loading = Loading::Partial; // what was only asked for a picture is not half loaded
    else
        card.loading = progress.decoded == 0 ? Loading::Queued : Loading::Idle;
    card.share = count.share();
    const bool isHalf = card.loading == Loading::Partial || card.loading == Loading::Incomplete;
    card.loaded = isHalf && !count.isWhole() ? render2d::imageCountText(count) : QString();
    card.mayGrow = card.loading == Loading::Partial && count.isWhole();
    noteIssues(card, dataSet, progress);
    if (masks)
        describeObject(*masks, card);
    return card;
}

int SeriesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cards.size());
}

QVariant SeriesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_cards.size()))
        return {};
    const SeriesCard &c = card(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return c.title;
    case Qt::ToolTipRole: {
        QString tip = c.number.isEmpty() ? c.title : c.number + u"  "_s + c.title;
        if (!c.facts.isEmpty())
            tip += u'\n' + c.facts.join(u" · "_s);
        if (!c.loaded.isEmpty())
            tip += u'\n' + c.loaded;
        if (c.keyImages > 0)
            tip += u'\n' + tr("%n key image(s)", nullptr, c.keyImages);
        return c.problem.isEmpty() ? tip : tip + u'\n' + c.problem;
    }
    case Qt::AccessibleTextRole:
        return QStringList{c.number, c.title, c.modality, c.loaded.isEmpty() ? c.count : c.loaded}.join(u' ');
    default:
        return {};
    }
}

Qt::ItemFlags SeriesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool isDraggable = !card(index.row()).object.isEmpty() || isShowable(index.row());
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | (isDraggable ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList SeriesModel::mimeTypes() const
{
    return {ViewportWidget::dataSetMimeType()};
}

QMimeData *SeriesModel::mimeData(const QModelIndexList &indexes) const
{
    auto *mime = new QMimeData;
    if (indexes.isEmpty())
        return mime;
    const SeriesCard &dragged = card(indexes.front().row());
    QString text = study().text() + u'\n' + dragged.id.text();
    if (!dragged.object.isEmpty())
        text += u'\n' + dragged.object.text();
    mime->setData(ViewportWidget::dataSetMimeType(), text.toUtf8());
    return mime;
}

void SeriesModel::retranslate()
{
    refresh();
}

} // namespace consilium::widgets
