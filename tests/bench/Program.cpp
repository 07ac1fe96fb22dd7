#include "tests/bench/Program.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace consilium::bench
{

namespace
{

/// Bytes that the lines of these names say together in a file of /proc; nullopt when it cannot be read or has none.
std::optional<std::int64_t> sumOf(const QString &path, std::initializer_list<const char *> names)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    std::optional<std::int64_t> sum;
    for (const QByteArray &line : file.readAll().split('\n')) {
        for (const char *name : names)
            if (line.startsWith(name))
                sum = sum.value_or(0) + line.simplified().split(' ').value(1).toLongLong() * 1024;
    }
    return sum;
}

} // namespace

Program::Program(const QStringList &arguments)
{
    m_clock.start();
    m_process.start(QCoreApplication::applicationDirPath() + u"/consilium"_s,
                    QStringList{u"--profile"_s, m_profile.path(), u"--language"_s, u"en"_s} + arguments);
}

Program::~Program()
{
    m_process.terminate();
    if (!m_process.waitForFinished(3000)) {
        m_process.kill();
        m_process.waitForFinished(3000);
    }
}

std::optional<double> Program::waitForLine(const QByteArray &text, int timeoutMs)
{
    while (m_clock.elapsed() < timeoutMs) {
        const bool isReady = m_process.waitForReadyRead(100);
        m_output += m_process.readAllStandardOutput();
        if (m_output.contains(text))
            return double(m_clock.nsecsElapsed()) / 1e6;
        if (!isReady && m_process.state() == QProcess::NotRunning)
            break;
    }
    return std::nullopt;
}

std::optional<double> Program::between(const QString &first, const QString &second) const
{
    std::optional<double> begin, end;
    for (const QByteArray &line : m_output.split('\n')) {
        const QJsonObject said = QJsonDocument::fromJson(line).object();
        const QString milestone = said[u"milestone"_s].toString();
        if (milestone == first)
            begin = said[u"ms"_s].toDouble();
        else if (milestone == second)
            end = said[u"ms"_s].toDouble();
    }
    return begin && end ? std::optional(*end - *begin) : std::nullopt;
}

std::int64_t Program::peakBytes() const
{
    return sumOf(u"/proc/%1/status"_s.arg(m_process.processId()), {"VmHWM:"}).value_or(-1);
}

std::int64_t Program::helperBytes() const
{
    std::int64_t sum = 0;
    const QString threads = u"/proc/%1/task"_s.arg(m_process.processId());
    for (const QString &thread : QDir(threads).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile children(threads + u'/' + thread + u"/children"_s);
        if (!children.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &child : children.readAll().simplified().split(' ')) {
            const QString folder = u"/proc/"_s + QString::fromLatin1(child);
            // A helper shows its mappings to nobody but root; to others whole libraries are counted for each helper.
            const auto shared = sumOf(folder + u"/smaps_rollup"_s, {"Pss_Anon:", "Pss_File:"});
            sum += shared ? *shared : sumOf(folder + u"/status"_s, {"RssAnon:", "RssFile:"}).value_or(0);
        }
    }
    return sum;
}

QString Program::problem()
{
    const QString said = QString::fromUtf8(m_process.readAllStandardError()).trimmed();
    return said.isEmpty() ? u"the program did not get there in time"_s : said.section(u'\n', 0, 2);
}

} // namespace consilium::bench
