#pragma once
#include "app/bridge/FileWalk.h"
#include "app/bridge/FolderLoader.h"
#include "viewer/dicom/DicomDir.h"

#include <QSet>

#include <atomic>
#include <deque>
#include <functional>

namespace consilium::app
{

/// The names of the files below a folder, of a DICOMDIR, or of one file, in the order in which they are put together.
/// One thread at a time; found() by any.
class FileList
{
public:
    struct Options {
        std::function<std::unique_ptr<FileWalk>(const QString &folder)> walkOf = {}; ///< empty: by FileWalk
        /// How long the order of a folder's names is waited for while there is no other file to be read.
        int patienceMs = 1500;
        std::function<void()> beforeRead = {}; ///< each file; empty: nothing. Any thread
    };
    FileList(QString path, Options options);

    /// Some of the names; none: there are no more. Finds out at first what the path is, and counts files for a while.
    /// `isOver` is asked between names: true, nobody wants any more. Of a folder that takes longer than the patience
    /// those that are there by then, in their order.
    [[nodiscard]] std::vector<QString> next(const std::function<bool()> &isOver);
    [[nodiscard]] int total() const; ///< -1: not counted to the end yet
    [[nodiscard]] int found() const; ///< so far, those given included
    /// Somebody named this one file: it is told of, whatever it is.
    [[nodiscard]] bool isSingle() const { return m_isSingle; }
    /// What cannot be read and was not taken from here before: files that a directory names, folders.
    [[nodiscard]] std::vector<FolderLoader::Refused> takeRefused();

private:
    void open();
    void takeDirectory(const std::vector<dicom::DirectoryEntry> &entries);
    void walk();
    void take(std::vector<QString> found);

    QString m_path;
    Options m_options;
    std::unique_ptr<FileWalk> m_walk; ///< null: all names are known
    std::deque<QString> m_waiting;
    QSet<QString> m_named; ///< by the DICOMDIR
    std::vector<FolderLoader::Refused> m_refused;
    std::atomic<int> m_found = 0;
    int m_given = 0;
    bool m_isOpen = false, m_isSingle = false;
};

} // namespace consilium::app
