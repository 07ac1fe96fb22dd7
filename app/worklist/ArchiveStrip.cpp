#include "app/worklist/ArchiveStrip.h"

#include "app/settings/ArchiveSet.h"
#include "base/ReachReasons.h"
#include "viewer/widgets/IconLabel.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Theme.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>

#include <algorithm>
#include <numeric>

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

bool hasFailed(const ArchiveView &archive)
{
    return archive.state.status == SourceState::Status::Failed;
}

// What stays in sight when there is no room for all.
int urgency(const ArchiveView &archive)
{
    if (archive.lacksSecret || hasFailed(archive))
        return 0;
    return archive.state.slow ? 1 : archive.state.status == SourceState::Status::Answered ? 3 : 2;
}

constexpr int kNamePx = 220;

} // namespace

std::vector<ArchiveView> lockedArchives(const std::vector<Archive> &archives)
{
    std::vector<ArchiveView> locked;
    for (const Archive &archive : archives) {
        if (archive.client || !archive.lacksSecret)
            continue;
        ArchiveView view;
        view.state.id = archive.config.id;
        view.state.name = archive.config.name;
        view.lacksSecret = true;
        view.isToken = archive.config.credentials.kind == http::Credentials::Kind::Bearer;
        locked.push_back(view);
    }
    return locked;
}

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
    const bool offline = !isOfProxy(state.error) &&
                         (state.error.code == ErrorCode::HostUnreachable || state.error.code == ErrorCode::Timeout ||
                          state.error.code == ErrorCode::ConnectionLost);
    return {u"server-offline"_s, u"crit"_s,
            offline ? ArchiveStrip::tr("offline · since %1").arg(since)
                    : ArchiveStrip::tr("failed · since %1").arg(since),
            userMessage(state.error)};
}

ArchiveStrip::ArchiveStrip(QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this)), m_rest(new QPushButton)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // never makes the window wider
    setProperty("surface", u"panel"_s);
    setProperty("edge", u"bottom"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(44);
    m_row->setContentsMargins(0, 0, 0, 1);
    m_row->setSpacing(0);
    m_rest->setObjectName(u"moreArchives"_s);
    m_rest->setProperty("kind", u"chip"_s);
    m_rest->setFixedHeight(28);
    m_rest->setMenu(new QMenu(m_rest));
    m_rest->hide();
    m_row->addSpacing(8);
    m_row->addWidget(m_rest);
    m_row->addStretch(1);
}

void ArchiveStrip::setArchives(const std::vector<ArchiveView> &archives)
{
    while (m_cells.size() < archives.size())
        m_cells.push_back(makeCell());
    m_archives = archives;
    setVisible(!archives.empty());
    fit();
}

void ArchiveStrip::resizeEvent(QResizeEvent *event)
{
    if (event->size().width() != event->oldSize().width())
        fit();
    QWidget::resizeEvent(event);
}

int ArchiveStrip::widthOfAll(bool isShort)
{
    int width = 0;
    for (std::size_t i = 0; i < m_archives.size(); ++i) {
        fill(i, isShort);
        width += m_cells[i].box->sizeHint().width();
    }
    return width;
}

void ArchiveStrip::fit()
{
    m_hidden.clear();
    if (widthOfAll(false) > width() && widthOfAll(true) > width()) {
        std::vector<std::size_t> order(m_archives.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
            return urgency(m_archives[a]) < urgency(m_archives[b]);
        });
        constexpr int kChipPx = 96;
        int left = width() - kChipPx;
        for (const std::size_t index : order) {
            left -= m_cells[index].box->sizeHint().width();
            if (left < 0)
                m_hidden.push_back(index);
        }
        std::sort(m_hidden.begin(), m_hidden.end());
    }
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        m_cells[i].box->setVisible(i < m_archives.size() && !std::binary_search(m_hidden.begin(), m_hidden.end(), i));
    fillMenu();
    m_row->activate(); // a request to lay out that came while the page was hidden is lost, and none comes after it
}

void ArchiveStrip::fillMenu()
{
    m_rest->setVisible(!m_hidden.empty());
    if (m_rest->menu()->isVisible())
        return; // nothing moves under the hand
    m_rest->menu()->clear();
    QStringList names;
    for (const std::size_t index : m_hidden) {
        const ArchiveView &archive = m_archives[index];
        const ArchiveWord word = describeArchive(archive);
        QStringList parts{archive.state.name, word.text, word.detail};
        parts.removeAll(QString());
        QAction *action = m_rest->menu()->addAction(widgets::icon(word.icon), parts.join(u" · "_s));
        connect(action, &QAction::triggered, this, [this, index] { act(index); });
        names << parts.mid(0, 2).join(u" · "_s);
    }
    m_rest->setText(u"+%1"_s.arg(m_hidden.size()));
    m_rest->setToolTip(names.join(u'\n'));
    m_rest->setAccessibleName(tr("%n more archives", nullptr, int(m_hidden.size())));
}

// What can be done about the archive: ask again where that may help, else look at its settings.
void ArchiveStrip::act(std::size_t index)
{
    if (index >= m_archives.size())
        return;
    const ArchiveView &archive = m_archives[index];
    if (hasFailed(archive) && !archive.lacksSecret && !isForSettings(archive.state.error))
        Q_EMIT retryRequested(archive.state.id);
    else
        Q_EMIT secretRequested(archive.state.id);
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
    cell.button->setObjectName(u"archiveAction"_s);
    const std::size_t index = m_cells.size();
    connect(cell.button, &QPushButton::clicked, this, [this, index] { act(index); });
    m_row->insertWidget(int(index), cell.box);
    return cell;
}

void ArchiveStrip::fill(std::size_t index, bool isShort)
{
    const ArchiveView &archive = m_archives[index];
    const Cell &cell = m_cells[index];
    const ArchiveWord word = describeArchive(archive);
    const bool failed = hasFailed(archive);
    cell.icon->setIcon(word.icon, toneColour(palette(), word.tone));
    cell.name->ensurePolished();
    cell.name->setText(cell.name->fontMetrics().elidedText(archive.state.name, Qt::ElideRight, kNamePx));
    cell.name->setToolTip(archive.state.name);
    const bool isLocked = archive.state.error.code == ErrorCode::KeychainLocked;
    const bool needsSettings = failed && isForSettings(archive.state.error); // since when does not matter then
    cell.state->setText(isShort               ? word.text
                        : needsSettings       ? word.detail
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
