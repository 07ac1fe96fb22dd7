#include "app/usecases/MarkSender.h"

#include "base/Logging.h"

#include <algorithm>
#include <map>

/// How a view is shown, kept without marks.
namespace consilium::app
{

QString MarkSender::whyNotSaveView(const StudyUid &study) const
{
    if (study.isEmpty())
        return tr("No study is shown.");
    if (isWithoutArchive(study))
        return tr("This study comes from files: there is no archive to send a view of it to.");
    if (isSaving()) // each saving goes on from what the one before has saved
        return tr("Marks are just being saved: wait until that has ended.");
    return whyNotSend(study);
}

MarkSaving::Task MarkSender::taskFor(const StudyUid &study) const
{
    MarkSaving::Task task;
    task.study = study;
    task.archive = m_around.images.archiveOf(study);
    task.author = authorName();
    task.language = m_around.language();
    task.made = QDateTime::fromMSecsSinceEpoch(m_around.clock.nowMs());
    if (Attributes known = m_around.images.studyAttributes(study); !known.elements().empty())
        task.header = std::move(known);
    task.before = beforeOf(study);
    return task;
}

void MarkSender::saveView(const session::ActionDispatcher &session, const StudyUid &study, const ViewId &view,
                          const session::ImageRef &image)
{
    saveViews(session, {{study, view, image}});
}

void MarkSender::saveViews(const session::ActionDispatcher &session, const std::vector<SeenView> &views)
{
    ViewsToSave all{session.state(), m_areas.of(session), {}};
    std::map<StudyUid, QString> refused;
    for (const SeenView &one : views) {
        if (const QString why = whyNotSaveView(one.study); !why.isEmpty()) {
            refused[one.study] = why;
            continue;
        }
        auto found = std::find_if(all.studies.begin(), all.studies.end(),
                                  [&](const auto &known) { return known.first == one.study; });
        if (found == all.studies.end())
            found = all.studies.insert(all.studies.end(), {one.study, {}});
        found->second.push_back({one.view, one.image});
    }
    for (const auto &[study, why] : refused)
        if (all.studies.empty())
            tell(study, why, false);
        else // what is said of the others comes over it
            tellOf(What::Views, study, why, true);
    saveNextViews(std::move(all));
}

/// One study after the other: each has what is saved of it in a record of its own.
void MarkSender::saveNextViews(ViewsToSave left)
{
    if (left.studies.empty())
        return;
    const StudyUid study = left.studies.front().first;
    MarkSaving::Task task = taskFor(study);
    task.state = left.state;
    task.areas = left.areas;
    task.views = std::move(left.studies.front().second);
    left.studies.pop_front();
    m_job = std::make_unique<MarkSaving>(std::move(task), m_around.images);
    connect(m_job.get(), &MarkSaving::finished, this, [this, study, left](const Result<MadeObjects> &made) {
        m_job->setParent(this); // it is telling us
        m_job.release()->deleteLater();
        if (!made)
            tellView(study, made.error());
        if (!made || !sendViews(study, *made, left))
            saveNextViews(left);
        Q_EMIT changed();
        startNext();
    });
    Q_EMIT changed();
    m_job->start();
}

void MarkSender::tellView(const StudyUid &study, const Error &error)
{
    qCWarning(logApp) << "a view is not saved:" << errorName(error.code);
    tellOf(What::Views, study, tr("The view is not saved.") + u' ' + userMessage(error), true);
}

/// Into the outbox in one step, and then those of the next study. False: there is nothing to put there.
bool MarkSender::sendViews(const StudyUid &study, const MadeObjects &made, const ViewsToSave &left)
{
    if (made.objects.empty()) {
        const QString why = made.notes.isEmpty() ? tr("Nothing had to be written anew.") : made.notes.join(u' ');
        tellOf(What::Views, study, why, !made.notes.isEmpty());
        return false;
    }
    const dicom::StudyHeader header = m_around.images.study(study);
    SavedMarks after = made.after;
    after.at = m_around.clock.nowMs();
    after.patient = header.patient.name.display();
    after.date = header.date;
    after.description = header.description;
    std::vector<SopInstanceUid> uids;
    for (const MadeObject &object : made.objects)
        uids.push_back(object.saved.sop);
    m_storage->together(uids, {{QString::fromLatin1(savedKind), study.text(), toCbor(after)}});
    struct Answers {
        std::size_t left;
        std::optional<Error> failure;
    };
    const auto answers = std::make_shared<Answers>(Answers{made.objects.size(), std::nullopt});
    ++m_putting;
    for (const MadeObject &object : made.objects)
        m_outbox->add(after.archive, object.part10, {})
            .then(this,
                  [this, study, after, made, left, answers, sop = object.saved.sop](const Result<outbox::EntryId> &id) {
                      if (!id) {
                          if (!answers->failure)
                              answers->failure = id.error();
                          m_storage->giveUp(sop, id.error()); // all or nothing
                      }
                      if (--answers->left > 0)
                          return;
                      --m_putting;
                      if (answers->failure)
                          tellView(study, *answers->failure);
                      else
                          sent(What::Views, study, after, {}, made);
                      Q_EMIT changed();
                      saveNextViews(left);
                      startNext();
                  });
    return true;
}

} // namespace consilium::app
