#include "app/people/SignInWindow.h"

#include "app/CommandLine.h"

#include <QCloseEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace consilium::app
{

SignInWindow::SignInWindow(QWidget *parent) : QWidget(parent)
{
    setWindowTitle(u"Consilium"_s);
    setObjectName(u"signInWindow"_s);
    setProperty("surface", u"window"_s);
    setMinimumSize(smallestWindow);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void SignInWindow::showPage(SignInPage::Shown shown)
{
    if (m_page) {
        m_page->hide();
        m_page->deleteLater(); // it may be the one that asks
    }
    m_page = new SignInPage(std::move(shown));
    layout()->addWidget(m_page);
    connect(m_page, &SignInPage::signInRequested, this, &SignInWindow::signInRequested);
    connect(m_page, &SignInPage::languageChosen, this, &SignInWindow::languageChosen);
    m_page->takeFocus();
}

void SignInWindow::closeEvent(QCloseEvent *event)
{
    if (m_asks && m_asks())
        event->ignore();
    else
        QWidget::closeEvent(event);
}

} // namespace consilium::app
