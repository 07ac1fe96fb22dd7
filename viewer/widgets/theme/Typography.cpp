#include "viewer/widgets/theme/Typography.h"

#include <QFontDatabase>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{

QString chineseFamily(const QLocale &language)
{
    const bool traditional = language.script() == QLocale::TraditionalHanScript ||
                             language.territory() == QLocale::Taiwan || language.territory() == QLocale::HongKong;
    return traditional ? u"Noto Sans CJK TC"_s : u"Noto Sans CJK SC"_s;
}

struct Face {
    int pixels;
    QFont::Weight weight;
};

Face faceOf(TextRole role)
{
    switch (role) {
    case TextRole::Title:
        return {20, QFont::DemiBold};
    case TextRole::Section:
        return {16, QFont::DemiBold};
    case TextRole::Body:
        return {14, QFont::Normal};
    case TextRole::Button:
        return {14, QFont::Medium};
    case TextRole::Strong:
        return {14, QFont::DemiBold};
    case TextRole::Caption:
        return {13, QFont::Normal};
    case TextRole::CaptionStrong:
        return {13, QFont::DemiBold};
    case TextRole::Meta:
        return {12, QFont::Normal};
    case TextRole::KeyHint:
        return {11, QFont::Medium};
    case TextRole::Overlay:
        return {13, QFont::Medium};
    case TextRole::OverlayName:
        return {14, QFont::DemiBold};
    }
    return {14, QFont::Normal};
}

} // namespace

QFont fontFor(TextRole role)
{
    return fontFor(role, QLocale());
}

QFont fontFor(TextRole role, const QLocale &language)
{
    const Face face = faceOf(role);
    QFont font;
    font.setFamilies({u"Inter"_s, chineseFamily(language)});
    font.setPixelSize(face.pixels);
    font.setWeight(face.weight);
    font.setStyleStrategy(QFont::PreferAntialias);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1); // before Qt 6.7 there is no way to ask for tabular figures
#endif
    return font;
}

QStringList missingFonts(const QLocale &language)
{
    QStringList missing;
    for (const QString &family : {u"Inter"_s, chineseFamily(language)}) {
        if (!QFontDatabase::hasFamily(family))
            missing << family;
    }
    return missing;
}

QString withMinusSign(QString text)
{
    return text.replace(u'-', QChar(0x2212));
}

QString grouped(qint64 number)
{
    QString digits = QString::number(number < 0 ? -number : number);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, QChar(0x2009));
    return number < 0 ? QChar(0x2212) + digits : digits;
}

} // namespace consilium::widgets
