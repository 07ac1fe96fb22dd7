target_sources(consilium_app PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/ArchiveWatch.cpp ${CMAKE_CURRENT_LIST_DIR}/ArchiveWatch.h
    ${CMAKE_CURRENT_LIST_DIR}/CacheSize.h
    ${CMAKE_CURRENT_LIST_DIR}/OutsideDecoders.cpp
    ${CMAKE_CURRENT_LIST_DIR}/OutsideDecoders.h
    ${CMAKE_CURRENT_LIST_DIR}/DocumentCache.cpp ${CMAKE_CURRENT_LIST_DIR}/DocumentCache.h
    ${CMAKE_CURRENT_LIST_DIR}/DocumentFetch.cpp
    ${CMAKE_CURRENT_LIST_DIR}/DocumentFetch.h
    ${CMAKE_CURRENT_LIST_DIR}/FileExaminer.cpp
    ${CMAKE_CURRENT_LIST_DIR}/FileExaminer.h
    ${CMAKE_CURRENT_LIST_DIR}/FileList.cpp ${CMAKE_CURRENT_LIST_DIR}/FileList.h
    ${CMAKE_CURRENT_LIST_DIR}/FileWalk.cpp ${CMAKE_CURRENT_LIST_DIR}/FileWalk.h
    ${CMAKE_CURRENT_LIST_DIR}/FolderScan.cpp ${CMAKE_CURRENT_LIST_DIR}/FolderScan.h
    ${CMAKE_CURRENT_LIST_DIR}/FolderLoader.cpp
    ${CMAKE_CURRENT_LIST_DIR}/FolderLoader.h
    ${CMAKE_CURRENT_LIST_DIR}/FrameLoader.cpp
    ${CMAKE_CURRENT_LIST_DIR}/FrameLoader.h
    ${CMAKE_CURRENT_LIST_DIR}/StudyAhead.cpp ${CMAKE_CURRENT_LIST_DIR}/StudyAhead.h
    ${CMAKE_CURRENT_LIST_DIR}/FrameScheduler.cpp
    ${CMAKE_CURRENT_LIST_DIR}/FrameScheduler.h
    ${CMAKE_CURRENT_LIST_DIR}/GreyRanges.cpp
    ${CMAKE_CURRENT_LIST_DIR}/GreyRanges.h
    ${CMAKE_CURRENT_LIST_DIR}/Inbox.h
    ${CMAKE_CURRENT_LIST_DIR}/LeftOut.h
    ${CMAKE_CURRENT_LIST_DIR}/LocalFrames.cpp
    ${CMAKE_CURRENT_LIST_DIR}/LocalFrames.h
    ${CMAKE_CURRENT_LIST_DIR}/LutFetch.cpp
    ${CMAKE_CURRENT_LIST_DIR}/LutFetch.h
    ${CMAKE_CURRENT_LIST_DIR}/OpenFolder.h
    ${CMAKE_CURRENT_LIST_DIR}/OutOfReach.h
    ${CMAKE_CURRENT_LIST_DIR}/PatientMatch.cpp
    ${CMAKE_CURRENT_LIST_DIR}/PatientMatch.h
    ${CMAKE_CURRENT_LIST_DIR}/PixelBridge.cpp
    ${CMAKE_CURRENT_LIST_DIR}/PixelBridge.h
    ${CMAKE_CURRENT_LIST_DIR}/PrefetchOrder.cpp
    ${CMAKE_CURRENT_LIST_DIR}/PrefetchOrder.h
    ${CMAKE_CURRENT_LIST_DIR}/Previews.h
    ${CMAKE_CURRENT_LIST_DIR}/PriorFinder.cpp
    ${CMAKE_CURRENT_LIST_DIR}/PriorFinder.h
    ${CMAKE_CURRENT_LIST_DIR}/PriorUses.cpp ${CMAKE_CURRENT_LIST_DIR}/PriorUses.h
    ${CMAKE_CURRENT_LIST_DIR}/SameObject.cpp ${CMAKE_CURRENT_LIST_DIR}/SameObject.h
    ${CMAKE_CURRENT_LIST_DIR}/SegmentLoader.cpp
    ${CMAKE_CURRENT_LIST_DIR}/SegmentLoader.h
    ${CMAKE_CURRENT_LIST_DIR}/SeriesStream.cpp ${CMAKE_CURRENT_LIST_DIR}/SeriesStream.h
    ${CMAKE_CURRENT_LIST_DIR}/SeriesDescription.cpp
    ${CMAKE_CURRENT_LIST_DIR}/SeriesDescription.h
    ${CMAKE_CURRENT_LIST_DIR}/StudyQuestions.cpp ${CMAKE_CURRENT_LIST_DIR}/StudyQuestions.h
    ${CMAKE_CURRENT_LIST_DIR}/StudyLoader.cpp
    ${CMAKE_CURRENT_LIST_DIR}/StudyLoader.h
    ${CMAKE_CURRENT_LIST_DIR}/StudyMissing.cpp
    ${CMAKE_CURRENT_LIST_DIR}/StudyOrder.h
    ${CMAKE_CURRENT_LIST_DIR}/StudyPatients.cpp
    ${CMAKE_CURRENT_LIST_DIR}/StudyTable.cpp
    ${CMAKE_CURRENT_LIST_DIR}/StudyTable.h
    ${CMAKE_CURRENT_LIST_DIR}/VideoFrames.cpp
    ${CMAKE_CURRENT_LIST_DIR}/VideoFrames.h
    ${CMAKE_CURRENT_LIST_DIR}/WholeImage.cpp
    ${CMAKE_CURRENT_LIST_DIR}/WholeImage.h)
