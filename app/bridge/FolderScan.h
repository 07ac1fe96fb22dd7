#pragma once
#include "app/bridge/FolderLoader.h"
#include "app/bridge/Inbox.h"
#include "base/CancelToken.h"

#include <functional>
#include <memory>

namespace consilium::app
{

/// The files below a folder, of a DICOMDIR, or one file: read by several threads side by side and put together in one
/// order, whichever thread is quicker, so that the same folder gives the same series. What is waiting is bounded: a
/// slow reader holds up the others, not the memory.
class FolderScan
{
public:
    using Box = Inbox<FolderLoader::News>;
    /// `stop`: somebody wants no more; what has been read is told as the end. `abandon`: nobody listens any more.
    FolderScan(QString path, std::shared_ptr<Box> box, CancelToken stop, CancelToken abandon);
    ~FolderScan();

    /// The work of one thread; as many as there are call it. The last one that ends tells the end.
    void work();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::app
