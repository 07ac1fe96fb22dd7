#include "app/worklist/OpenedStudies.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>

namespace consilium::app
{

OpenedStudies::OpenedStudies(ProfileSettings &settings, std::function<QDate()> today)
    : m_settings(settings), m_today(std::move(today)), m_marks(settings.openedMarks())
{
    beginDay();
    m_known = QSet<QString>(m_marks.marks.begin(), m_marks.marks.end());
}

bool OpenedStudies::beginDay()
{
    if (m_marks.day == m_today() && !m_marks.key.isEmpty())
        return false;
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    m_marks = {m_today(), QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random), {}};
    m_known.clear();
    return true;
}

QString OpenedStudies::markOf(const StudyUid &study) const
{
    const QByteArray hash =
        QMessageAuthenticationCode::hash(study.text().toUtf8(), m_marks.key, QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.left(9).toBase64(QByteArray::Base64UrlEncoding));
}

bool OpenedStudies::add(const StudyUid &study)
{
    beginDay();
    const QString mark = markOf(study);
    if (m_known.contains(mark) || m_known.size() >= Most)
        return false;
    m_known.insert(mark);
    m_marks.marks << mark;
    m_settings.setOpenedMarks(m_marks);
    return true;
}

void OpenedStudies::remove(const StudyUid &study)
{
    const QString mark = markOf(study);
    if (!m_known.remove(mark))
        return;
    m_marks.marks.removeAll(mark);
    m_settings.setOpenedMarks(m_marks);
}

bool OpenedStudies::contains(const StudyUid &study) const
{
    return !m_known.isEmpty() && m_known.contains(markOf(study));
}

} // namespace consilium::app
