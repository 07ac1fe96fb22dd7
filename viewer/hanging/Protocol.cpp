#include "viewer/hanging/Protocol.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <numeric>

namespace consilium::hanging
{

using namespace Qt::StringLiterals;

bool TextCondition::holds(const QString &text) const
{
    const auto isIn = [&text](const QString &part) { return text.contains(part, Qt::CaseInsensitive); };
    return (anyOf.isEmpty() || std::any_of(anyOf.begin(), anyOf.end(), isIn)) &&
           std::none_of(without.begin(), without.end(), isIn) && (!pattern || pattern->match(text).hasMatch());
}

int Stage::columns() const
{
    return std::accumulate(monitors.begin(), monitors.end(), 0,
                           [](int sum, const MonitorCells &monitor) { return sum + monitor.columns; });
}

namespace
{

// Whatever language the texts of the program are in is told by them, not by the system.
QString languageOfTexts()
{
    return QCoreApplication::translate("HangingProblem", "en", "code of the language of this file");
}

} // namespace

QString displayText(const std::map<QString, QString> &names)
{
    for (const QString &key : {languageOfTexts(), QString(), u"en"_s})
        if (const auto found = names.find(key); found != names.end() && !found->second.isEmpty())
            return found->second;
    return names.empty() ? QString() : names.begin()->second;
}

void setDisplayText(std::map<QString, QString> &names, const QString &text)
{
    if (text == displayText(names)) // shown in place of one in the language of the program: it stays where it is
        return;
    const bool isForAll = names.empty() || names.contains(QString());
    const QString key = isForAll ? QString() : languageOfTexts();
    if (text.isEmpty())
        names.erase(key);
    else
        names[key] = text;
}

QString Protocol::displayName() const
{
    const QString name = displayText(names);
    return name.isEmpty() ? id : name;
}

QString viewOf(const QString &viewPosition)
{
    struct Known {
        QLatin1StringView written, view;
    };
    // Meanings as PS3.16 CID 4014, CID 4010 and CID 4009 give them.
    static constexpr std::array known{
        Known{"LL"_L1, "LAT"_L1},
        Known{"RL"_L1, "LAT"_L1},
        Known{"LATERAL"_L1, "LAT"_L1},
        Known{"LEFT LATERAL"_L1, "LAT"_L1},
        Known{"RIGHT LATERAL"_L1, "LAT"_L1},
        Known{"CRANIO-CAUDAL"_L1, "CC"_L1},
        Known{"MEDIO-LATERAL OBLIQUE"_L1, "MLO"_L1},
        Known{"MEDIO-LATERAL"_L1, "ML"_L1},
        Known{"LATERO-MEDIAL"_L1, "LM"_L1},
        Known{"LATERO-MEDIAL OBLIQUE"_L1, "LMO"_L1},
        Known{"POSTERO-ANTERIOR"_L1, "PA"_L1},
        Known{"ANTERO-POSTERIOR"_L1, "AP"_L1},
    };
    const QString written = viewPosition.trimmed().toUpper();
    const auto *found =
        std::find_if(known.begin(), known.end(), [&written](const Known &k) { return k.written == written; });
    return found == known.end() ? written : QString(found->view);
}

} // namespace consilium::hanging
