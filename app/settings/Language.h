#pragma once
#include <QLocale>
#include <QString>
#include <QTranslator>

#include <memory>
#include <vector>

namespace consilium::app
{

/// The language of the window: what was asked for, else what was set, else the system's, else Chinese. English only
/// where the system says English; a system without a language (LC_ALL=C) counts as Chinese, the product's first
/// language. \return "zh_CN", "zh_TW" or "en"
[[nodiscard]] QString chooseLanguage(const QString &requested, const QString &set, const QLocale &system);

/// The installed translations. Installing another language takes the old one out; windows are then built anew.
class Language
{
public:
    Language();
    ~Language();
    void install(const QString &language);
    [[nodiscard]] const QString &current() const { return m_current; }

private:
    QString m_current;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace consilium::app
