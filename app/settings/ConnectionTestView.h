#pragma once
#include "app/settings/ConnectionTest.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace consilium::app
{

/// How a connection test goes: what is wrong in plain words, and every step with its time.
class ConnectionTestView : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionTestView(QWidget *parent = nullptr);
    /// Shows the test as it is now; null: nothing.
    void show(const ConnectionTest *test);

Q_SIGNALS:
    void addressChosen(const QString &url); ///< the one that was found to answer

private:
    void showOutcome(const ConnectionTest &test);
    QWidget *makeLine(const ConnectionTest::Line &line);

    QFrame *m_card;
    QLabel *m_headline, *m_advice, *m_code;
    QPushButton *m_take;
    QVBoxLayout *m_lines;
    QString m_foundAt;
};

} // namespace consilium::app
