#pragma once
#include <QByteArray>
#include <QtGlobal>

namespace consilium::test
{

/// A variable of the environment for as long as it lives; then it is as it was, or is not there again.
class Variable
{
public:
    Variable(const char *name, const QByteArray &value)
        : m_name(name), m_wasSet(qEnvironmentVariableIsSet(name)), m_before(qgetenv(name))
    {
        qputenv(name, value);
    }
    ~Variable()
    {
        if (m_wasSet)
            qputenv(m_name, m_before);
        else
            qunsetenv(m_name);
    }
    Q_DISABLE_COPY_MOVE(Variable)

private:
    const char *m_name; ///< a literal
    bool m_wasSet;
    QByteArray m_before;
};

} // namespace consilium::test
