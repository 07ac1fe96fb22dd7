target_sources(consilium_app PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/MarkDraft.cpp ${CMAKE_CURRENT_LIST_DIR}/MarkDraft.h
    ${CMAKE_CURRENT_LIST_DIR}/MarkDrafts.cpp ${CMAKE_CURRENT_LIST_DIR}/MarkDrafts.h
    ${CMAKE_CURRENT_LIST_DIR}/MarkKeeper.cpp ${CMAKE_CURRENT_LIST_DIR}/MarkKeeper.h
    ${CMAKE_CURRENT_LIST_DIR}/StateGreys.cpp ${CMAKE_CURRENT_LIST_DIR}/StateGreys.h
    ${CMAKE_CURRENT_LIST_DIR}/StateLayers.cpp ${CMAKE_CURRENT_LIST_DIR}/StateLayers.h
    ${CMAKE_CURRENT_LIST_DIR}/ApplyState.cpp ${CMAKE_CURRENT_LIST_DIR}/ApplyState.h
    ${CMAKE_CURRENT_LIST_DIR}/FusedFigures.cpp ${CMAKE_CURRENT_LIST_DIR}/FusedFigures.h
    ${CMAKE_CURRENT_LIST_DIR}/KeptCounts.cpp ${CMAKE_CURRENT_LIST_DIR}/KeptCounts.h
    ${CMAKE_CURRENT_LIST_DIR}/KeptObjects.cpp ${CMAKE_CURRENT_LIST_DIR}/KeptObjects.h
    ${CMAKE_CURRENT_LIST_DIR}/MarkObjects.cpp ${CMAKE_CURRENT_LIST_DIR}/MarkObjects.h
    ${CMAKE_CURRENT_LIST_DIR}/MarkParts.cpp ${CMAKE_CURRENT_LIST_DIR}/MarkParts.h
    ${CMAKE_CURRENT_LIST_DIR}/MarkRestorer.cpp ${CMAKE_CURRENT_LIST_DIR}/MarkRestorer.h
    ${CMAKE_CURRENT_LIST_DIR}/MarkSaving.cpp ${CMAKE_CURRENT_LIST_DIR}/MarkSaving.h
    ${CMAKE_CURRENT_LIST_DIR}/MarkSavingFused.cpp
    ${CMAKE_CURRENT_LIST_DIR}/MarkSavingViews.cpp
    ${CMAKE_CURRENT_LIST_DIR}/MarkSender.cpp ${CMAKE_CURRENT_LIST_DIR}/MarkSender.h
    ${CMAKE_CURRENT_LIST_DIR}/MarkSenderViews.cpp
    ${CMAKE_CURRENT_LIST_DIR}/MarkSenderWishes.cpp
    ${CMAKE_CURRENT_LIST_DIR}/OutboxStore.cpp ${CMAKE_CURRENT_LIST_DIR}/OutboxStore.h
    ${CMAKE_CURRENT_LIST_DIR}/PatientLinks.cpp ${CMAKE_CURRENT_LIST_DIR}/PatientLinks.h
    ${CMAKE_CURRENT_LIST_DIR}/PatientTimeline.cpp ${CMAKE_CURRENT_LIST_DIR}/PatientTimeline.h
    ${CMAKE_CURRENT_LIST_DIR}/ReadObject.cpp ${CMAKE_CURRENT_LIST_DIR}/ReadObject.h
    ${CMAKE_CURRENT_LIST_DIR}/ReadStates.cpp ${CMAKE_CURRENT_LIST_DIR}/ReadStates.h
    ${CMAKE_CURRENT_LIST_DIR}/RestoredMarks.cpp ${CMAKE_CURRENT_LIST_DIR}/RestoredMarks.h
    ${CMAKE_CURRENT_LIST_DIR}/SavedMarks.cpp ${CMAKE_CURRENT_LIST_DIR}/SavedMarks.h
    ${CMAKE_CURRENT_LIST_DIR}/SeenPart.cpp ${CMAKE_CURRENT_LIST_DIR}/SeenPart.h
    ${CMAKE_CURRENT_LIST_DIR}/SeriesAlignment.cpp ${CMAKE_CURRENT_LIST_DIR}/SeriesAlignment.h
    ${CMAKE_CURRENT_LIST_DIR}/ShownAreas.cpp ${CMAKE_CURRENT_LIST_DIR}/ShownAreas.h
    ${CMAKE_CURRENT_LIST_DIR}/StudyPlaces.cpp ${CMAKE_CURRENT_LIST_DIR}/StudyPlaces.h
    ${CMAKE_CURRENT_LIST_DIR}/TimelineDesk.cpp ${CMAKE_CURRENT_LIST_DIR}/TimelineDesk.h
    ${CMAKE_CURRENT_LIST_DIR}/TimelineEntry.cpp ${CMAKE_CURRENT_LIST_DIR}/TimelineEntry.h)
