#include "app/worklist/ArchiveStrip.h"

#include "viewer/widgets/IconLabel.h"
#include "viewer/widgets/theme/Theme.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

QString duration(int ms)
{
    return ms < 1000 ? u"%1 ms"_s.arg(ms) : u"%1 s"_s.arg(ms / 1000.0, 0, 'f', 1);
}

QColor toneColour(const QPalette &palette, const QString &tone)
{
    const auto &t = widgets::tokens(palette);
    if (tone == "ok"_L1)
        return t.ok;
    if (tone == "warn"_L1)
        return t.warn;
    return tone == "crit"_L1 ? t.crit : t.t3;
}

// Asking again changes nothing: the settings do.
bool isForSettings(const Error &error)
{
    return error.code == ErrorCode::SignInRequired || error.code == ErrorCode::NoService ||
           error.code == ErrorCode::TlsUntrusted || error.code == ErrorCode::FileUnreadable;
}

} // namespace

ArchiveWord describeArchive(const ArchiveView &archive)
{
    const SourceState &state = archive.state;
    if (archive.lacksSecret)
        return {u"lock"_s, u"warn"_s, ArchiveStrip::tr("sign-in needed"), {}};
    switch (state.status) {
    case SourceState::Status::Unknown:
        return {u"server"_s, u"t3"_s, {}, {}};
    case SourceState::Status::Asking:
        if (state.error.code == ErrorCode::TooManyRequests && state.slow)
            return {u"server-slow"_s, u"warn"_s,
                    ArchiveStrip::tr("overloaded · asked again in %1 s").arg((state.error.retryAfterMs + 999) / 1000),
                    userMessage(state.error)};
        if (state.slow)
            return {u"server-slow"_s,
                    u"warn"_s,
                    ArchiveStrip::tr("slow · no answer for %1").arg(duration(state.roundTripMs)),
                    {}};
        return {u"server"_s, u"t3"_s, ArchiveStrip::tr("searching"), {}};
    case SourceState::Status::Answered:
        if (state.slow)
            return {u"server-slow"_s, u"warn"_s, ArchiveStrip::tr("slow · %1").arg(duration(state.roundTripMs)), {}};
        return {u"check-circle"_s, u"ok"_s, ArchiveStrip::tr("fine · %1").arg(duration(state.roundTripMs)), {}};
    case SourceState::Status::Failed:
        break;
    }
    if (state.error.code == ErrorCode::KeychainLocked)
        return {u"lock"_s, u"warn"_s, ArchiveStrip::tr("waiting for the keychain"), userMessage(state.error)};
    const QString since = QDateTime::fromMSecsSinceEpoch(state.since).toString(u"HH:mm"_s);
    const bool offline = state.error.code == ErrorCode::HostUnreachable || state.error.code == ErrorCode::Timeout ||
                         state.error.code == ErrorCode::ConnectionLost;
    return {u"server-offline"_s, u"crit"_s,
            offline ? ArchiveStrip::tr("offline · since %1").arg(since)
                    : ArchiveStrip::tr("failed · since %1").arg(since),
            userMessage(state.error)};
}

ArchiveStrip::ArchiveStrip(QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    setProperty("surface", u"panel"_s);
    setProperty("edge", u"bottom"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(44);
    m_row->setContentsMargins(0, 0, 0, 1);
    m_row->setSpacing(0);
    m_row->addStretch(1);
}

void ArchiveStrip::setArchives(const std::vector<ArchiveView> &archives)
{
    while (m_cells.size() < archives.size())
        m_cells.push_back(makeCell());
    m_archives = archives;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        m_cells[i].box->setVisible(i < archives.size());
        if (i < archives.size())
            fill(i, archives[i]);
    }
    setVisible(!archives.empty());
}

ArchiveStrip::Cell ArchiveStrip::makeCell()
{
    Cell cell{new QWidget, new widgets::IconLabel(16), new QLabel, new QLabel, new QPushButton};
    cell.box->setProperty("edge", u"right"_s);
    cell.box->setProperty("surface", u"panel"_s);
    cell.box->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(cell.box);
    row->setContentsMargins(14, 0, 14, 0);
    row->setSpacing(8);
    row->addWidget(cell.icon);
    row->addWidget(cell.name);
    row->addWidget(cell.state);
    row->addWidget(cell.button);
    cell.button->setProperty("kind", u"chip"_s);
    const std::size_t index = m_cells.size();
    connect(cell.button, &QPushButton::clicked, this, [this, index] {
        if (m_archives[index].lacksSecret || isForSettings(m_archives[index].state.error))
            Q_EMIT secretRequested(m_archives[index].state.id);
        else
            Q_EMIT retryRequested(m_archives[index].state.id);
    });
    m_row->insertWidget(int(index), cell.box);
    return cell;
}

void ArchiveStrip::fill(std::size_t index, const ArchiveView &archive)
{
    const Cell &cell = m_cells[index];
    const ArchiveWord word = describeArchive(archive);
    const bool failed = archive.state.status == SourceState::Status::Failed;
    cell.icon->setIcon(word.icon, toneColour(palette(), word.tone));
    cell.name->setText(archive.state.name);
    const bool isLocked = archive.state.error.code == ErrorCode::KeychainLocked;
    const bool needsSettings = failed && isForSettings(archive.state.error); // since when does not matter then
    cell.state->setText(needsSettings         ? word.detail
                        : failed && !isLocked ? word.detail + u"  "_s + word.text
                                              : word.text);
    cell.state->setToolTip(word.detail);
    cell.state->setProperty("tone", word.tone == "ok"_L1 ? u"t3"_s : word.tone);
    cell.state->setProperty("role", u"caption"_s);
    widgets::repolish(cell.state);
    cell.button->setVisible((failed && !isLocked) || archive.lacksSecret);
    cell.button->setText(archive.lacksSecret ? tr("Sign in") : needsSettings ? tr("Settings") : tr("Retry"));
}

} // namespace consilium::app
