#include "app/Application.h"

#include <QApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    QApplication qt(argc, argv);
    auto line = consilium::app::parseCommandLine(qt.arguments());
    if (!line) {
        std::fputs(qPrintable(line.error().detail + u'\n'), stderr);
        return 2;
    }
    if (!line->answer.isEmpty()) {
        std::fputs(qPrintable(line->answer), stdout);
        return 0;
    }
    consilium::app::Application application(std::move(*line));
    application.start();
    return QApplication::exec();
}
