#include "app/settings/Language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

using namespace Qt::StringLiterals;

static void initTranslations()
{
    Q_INIT_RESOURCE(consilium_translations);
}

namespace consilium::app
{

QString chooseLanguage(const QString &requested, const QString &set, const QLocale &system)
{
    for (const QString &wanted : {requested, set})
        if (wanted == "zh_CN"_L1 || wanted == "zh_TW"_L1 || wanted == "en"_L1)
            return wanted;
    if (system.language() == QLocale::English)
        return u"en"_s;
    if (system.language() == QLocale::Chinese && system.script() == QLocale::TraditionalChineseScript)
        return u"zh_TW"_s;
    return u"zh_CN"_s;
}

Language::Language() = default;
Language::~Language() = default;

void Language::install(const QString &language)
{
    if (language == m_current)
        return;
    initTranslations();
    m_translators.clear(); // a translator takes itself out
    m_current = language;
    const auto add = [this](const QString &file, const QString &folder) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(file, folder) && QCoreApplication::installTranslator(translator.get()))
            m_translators.push_back(std::move(translator));
    };
    if (language != "en"_L1)
        add(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    add(u"consilium_"_s + language, u":/i18n"_s);
    QLocale::setDefault(QLocale(language));
}

} // namespace consilium::app
