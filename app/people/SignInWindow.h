#pragma once
#include "app/people/SignInPage.h"

#include <functional>
#include <utility>

namespace consilium::app
{

/// The window of the sign-in page: in the place of the program's own window, which is hidden meanwhile, so that nothing
/// of it is on the screen, in a list of windows, or within reach of a key.
class SignInWindow : public QWidget
{
    Q_OBJECT
public:
    explicit SignInWindow(QWidget *parent = nullptr);

    /// A page anew: language and people may have changed.
    void showPage(SignInPage::Shown shown);
    [[nodiscard]] SignInPage &page() const { return *m_page; }
    /// Asked before it is closed, which ends the program; true: it stays for now.
    void askBeforeClosing(std::function<bool()> asks) { m_asks = std::move(asks); }

Q_SIGNALS:
    void signInRequested(const QString &person, const QString &password);
    void languageChosen(const QString &language);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    SignInPage *m_page = nullptr;
    std::function<bool()> m_asks;
};

} // namespace consilium::app
