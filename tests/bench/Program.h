#pragma once
#include <QElapsedTimer>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <cstdint>
#include <optional>

namespace consilium::bench
{

/// The program itself in a process of its own, as a reader starts it; ended with this. Blocks.
class Program
{
public:
    explicit Program(const QStringList &arguments);
    ~Program();

    /// Milliseconds since the start until a line that contains `text` was printed; nullopt when it ended before or took
    /// too long.
    [[nodiscard]] std::optional<double> waitForLine(const QByteArray &text, int timeoutMs = 60'000);
    /// Milliseconds between two milestones that were printed; nullopt when one was not.
    [[nodiscard]] std::optional<double> between(const QString &first, const QString &second) const;
    [[nodiscard]] std::int64_t peakBytes() const; ///< resident, the highest so far; -1 unknown
    /// What its child processes hold now: memory of their own, and their share of the files that are mapped. Not the
    /// block over which frames come and go: that is the program's too, and in its figure.
    [[nodiscard]] std::int64_t helperBytes() const;
    [[nodiscard]] QString problem();

private:
    QTemporaryDir m_profile;
    QProcess m_process;
    QElapsedTimer m_clock;
    QByteArray m_output;
};

} // namespace consilium::bench
