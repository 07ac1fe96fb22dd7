#pragma once
#include <QWidget>

class QLabel;
class QPushButton;

namespace consilium::app
{

/// What stands where nothing else does: one sentence, a consequence where there is one, and one button. No
/// illustration.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// An empty `buttonText` hides the button, an empty `consequence` its lines. `failed` colours the sentence. Plain
    /// text: names of archives are among it.
    void setContent(const QString &sentence, const QString &consequence, const QString &buttonText,
                    bool failed = false);
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString consequence() const;

Q_SIGNALS:
    void buttonClicked();

private:
    QLabel *m_sentence, *m_consequence;
    QPushButton *m_button;
};

} // namespace consilium::app
