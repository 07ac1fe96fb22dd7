#pragma once
#include <QStringList>

namespace consilium::phantom
{

/// Runs "generate", "convert-invesalius", "outline", "send", "transcode" or "video". Exit status: 0 done, 1 failed, 2
/// wrong command line.
[[nodiscard]] int runCommand(const QStringList &arguments);

/// The single commands; `arguments` without the command's name.
[[nodiscard]] int runGenerate(const QStringList &arguments);
[[nodiscard]] int runOutline(const QStringList &arguments);
[[nodiscard]] int runTranscode(const QStringList &arguments);
[[nodiscard]] int runConvertInvesalius(const QStringList &arguments);
[[nodiscard]] int runVideo(const QStringList &arguments);
[[nodiscard]] int runSend(const QStringList &arguments);

} // namespace consilium::phantom
