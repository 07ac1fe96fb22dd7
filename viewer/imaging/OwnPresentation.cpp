#include "viewer/imaging/OwnPresentation.h"

#include <optional>
#include <utility>

namespace consilium::imaging
{

namespace
{

const session::Window *windowOf(const session::GreyTables &tables, const session::ImageRef &image)
{
    for (const session::ImageWindow &one : tables.windows)
        if (session::concerns(one.images, image))
            return &one.window;
    return nullptr;
}

/// In the image's modality values; nullopt: it cannot be had by these.
std::optional<session::ValueTable> ownTable(session::ValueTable table, const dicom::GreyScale &grey)
{
    if (!table.isOfStored)
        return table;
    if (grey.modalityLut)
        return std::nullopt;
    table.isOfStored = false;
    table.factor /= grey.slope;
    table.offset -= grey.intercept * table.factor;
    return table;
}

} // namespace

session::Presentation ownPresentation(const session::Presentation &all, const dicom::Instance &image)
{
    session::Presentation own = all;
    const session::ImageRef here{image.sop, image.frame};
    if (own.shutter && !session::concerns(own.shutter->images, here))
        own.shutter.reset();
    else if (own.shutter)
        own.shutter->images.clear();
    if (!own.tables)
        return own;
    session::GreyTables &tables = *own.tables;
    const session::Window *const window = windowOf(tables, here);
    if (window && !own.window && own.fileTable == 0)
        own.window = *window;
    tables.windows.clear();
    if (!session::concerns(tables.images, here))
        tables = {};
    tables.images.clear();
    if (tables.voi)
        tables.voi = ownTable(std::move(*tables.voi), image.grey);
    if (!tables.voi && !tables.presentation)
        own.tables.reset();
    return own;
}

bool isLeftOut(const session::Presentation &all, const dicom::Instance &image)
{
    const session::ImageRef here{image.sop, image.frame};
    if (all.shutter && !session::concerns(all.shutter->images, here))
        return true;
    const auto &tables = all.tables;
    if (!tables)
        return false;
    const bool isReaders = all.window || all.fileTable > 0; // in place of its windows and its VOI table
    if ((tables->presentation || (!isReaders && tables->voi)) && !session::concerns(tables->images, here))
        return true;
    return !isReaders && ((!tables->windows.empty() && !windowOf(*tables, here)) ||
                          (tables->voi && !ownTable(*tables->voi, image.grey)));
}

} // namespace consilium::imaging
