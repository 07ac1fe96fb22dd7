#include "viewer/widgets/documents/DocumentCommands.h"

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

QStringList documentCommandNames()
{
    return {u"next-document"_s,      u"previous-document"_s, u"document-find"_s,  u"document-zoom-in"_s,
            u"document-zoom-out"_s,  u"ecg-layout-3x4"_s,    u"ecg-layout-6x2"_s, u"ecg-layout-12x1"_s,
            u"ecg-layout-stacked"_s, u"ecg-speed-12"_s,      u"ecg-speed-25"_s,   u"ecg-speed-50"_s,
            u"ecg-gain-5"_s,         u"ecg-gain-10"_s,       u"ecg-gain-20"_s};
}

bool isDocumentCommand(const QString &command)
{
    return documentCommandNames().contains(command) || command.startsWith("document-link-"_L1);
}

} // namespace consilium::widgets
