#pragma once
#include "app/bridge/FileList.h"
#include "app/bridge/FolderLoader.h"
#include "app/bridge/Inbox.h"
#include "base/CancelToken.h"

#include <memory>

namespace consilium::app
{

/// The files below a folder, of a DICOMDIR, or one file: read by several threads side by side and put together in one
/// order, whichever thread is quicker, so that the same folder gives the same series. What waits to be put
/// together is bounded: a slow reader holds up the others. Files of a SOP Instance UID that is there already are
/// compared with the first one when all headers have been read, and their headers are kept until then: copies are
/// passed over, what differs is refused.
class FolderScan
{
public:
    using Box = Inbox<FolderLoader::News>;
    /// `stop`: somebody wants no more; what has been read is told as the end. `abandon`: nobody listens any more; who
    /// cancels it cancels `stop` too. `options`: of the medium.
    FolderScan(QString path, std::shared_ptr<Box> box, CancelToken stop, CancelToken abandon,
               FileList::Options options = {});
    ~FolderScan();

    /// The work of one thread; as many as there are call it. The last one that ends tells the end; once stopped, the
    /// one that finds no other at work but such as wait for a slow medium.
    void work();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::app
