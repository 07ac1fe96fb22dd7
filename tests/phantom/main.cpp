#include "tests/phantom/Commands.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("consilium-phantom"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CONSILIUM_VERSION));
    return consilium::phantom::runCommand(QCoreApplication::arguments().mid(1));
}
