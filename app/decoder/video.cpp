#include "base/platform/StreamProcess.h"

#include <cstdio>

// Started by the workstation only, with the command of ffmpeg behind it and the stream as its standard input: gives up
// what ffmpeg has no need for, and becomes it.
int main(int count, char **arguments)
{
    using namespace consilium;
    constexpr std::size_t addressSpace = std::size_t(6) << 30;
    constexpr int cpuSeconds = 4 * 60 * 60;
    QStringList command;
    for (int i = 1; i < count; ++i)
        command << QString::fromLocal8Bit(arguments[i]);
    if (command.isEmpty()) {
        std::fputs("consilium-video is started by Consilium only\n", stderr);
        return 2;
    }
    platform::becomeConfined(command, addressSpace, cpuSeconds);
    return 3;
}
