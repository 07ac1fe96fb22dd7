#include "app/usecases/MarkSender.h"

#include "base/Logging.h"

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
    if (const QString why = whyNotSaveView(study); !why.isEmpty()) {
        tell(study, why, false);
        return;
    }
    MarkSaving::Task task = taskFor(study);
    task.state = session.state();
    task.areas = m_areas.of(session);
    task.view = MarkSaving::Task::View{view, image};
    m_job = std::make_unique<MarkSaving>(std::move(task), m_around.images);
    connect(m_job.get(), &MarkSaving::finished, this, [this, study](const Result<MadeObjects> &made) {
        m_job->setParent(this); // it is telling us
        m_job.release()->deleteLater();
        if (made)
            sendView(study, *made);
        else
            tellView(study, made.error());
        Q_EMIT changed();
        startNext();
    });
    Q_EMIT changed();
    m_job->start();
}

void MarkSender::tellView(const StudyUid &study, const Error &error)
{
    qCWarning(logApp) << "a view is not saved:" << errorName(error.code);
    tell(study, tr("The view is not saved.") + u' ' + userMessage(error), true);
}

void MarkSender::sendView(const StudyUid &study, const MadeObjects &made)
{
    if (made.objects.empty()) {
        const QString why = made.notes.isEmpty() ? tr("Nothing had to be written anew.") : made.notes.join(u' ');
        tell(study, why, !made.notes.isEmpty());
        return;
    }
    const dicom::StudyHeader header = m_around.images.study(study);
    SavedMarks after = made.after;
    after.at = m_around.clock.nowMs();
    after.patient = header.patient.name.display();
    after.date = header.date;
    after.description = header.description;
    const MadeObject &object = made.objects.front(); // there is one
    m_storage->together({object.saved.sop}, {{QString::fromLatin1(savedKind), study.text(), toCbor(after)}});
    ++m_putting;
    m_outbox->add(after.archive, object.part10, {})
        .then(this, [this, study, after, made, sop = object.saved.sop](const Result<outbox::EntryId> &id) {
            --m_putting;
            if (id) {
                sent(study, after, {}, made.notes, made);
            } else {
                m_storage->giveUp(sop, id.error());
                tellView(study, id.error());
                Q_EMIT changed();
            }
            startNext();
        });
}

} // namespace consilium::app
