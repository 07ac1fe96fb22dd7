#include "app/Application.h"

namespace consilium::app
{

struct Application::Private {
    CommandLine line;
};

Application::Application(CommandLine line, QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->line = std::move(line);
}

Application::~Application() = default;

void Application::start() {}

} // namespace consilium::app
