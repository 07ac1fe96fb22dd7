#pragma once
#include "app/CommandLine.h"

#include <QObject>

#include <memory>

namespace consilium::app
{

/// Builds the object graph and owns it. There are no singletons: what needs something is given it here.
class Application : public QObject
{
    Q_OBJECT
public:
    explicit Application(CommandLine line, QObject *parent = nullptr);
    ~Application() override;

    /// Starts what the command line asks for; returns at once.
    void start();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::app
