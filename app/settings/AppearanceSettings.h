#pragma once
#include <QWidget>

class QGridLayout;

namespace consilium::app
{

/// Language and colours. What is chosen holds at once.
class AppearanceSettings : public QWidget
{
    Q_OBJECT
public:
    AppearanceSettings(const QString &language, const QString &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void languageChosen(const QString &language); ///< "zh_CN", "zh_TW", "en"
    void themeChosen(const QString &theme);       ///< "dark", "light"

private:
    using Choices = std::initializer_list<std::pair<QString, QString>>;
    void addChoice(QGridLayout *grid, int line, const QString &name, const Choices &choices, const QString &current,
                   void (AppearanceSettings::*chosen)(const QString &));
};

} // namespace consilium::app
