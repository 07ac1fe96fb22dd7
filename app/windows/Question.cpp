#include "app/windows/Question.h"

#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"

namespace consilium::app
{

using namespace Qt::StringLiterals;

QMessageBox *makeQuestion(QWidget &asker, const QString &title, const QString &text)
{
    constexpr int iconPx = 32;
    auto *question = new QMessageBox(QMessageBox::NoIcon, title, text, QMessageBox::NoButton, &asker);
    question->setIconPixmap(
        widgets::iconPixmap(u"question"_s, iconPx, widgets::tokens(asker.palette()).ac, asker.devicePixelRatioF()));
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    return question;
}

} // namespace consilium::app
