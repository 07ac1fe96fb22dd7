target_sources(consilium_app PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioHost.h
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioImages.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioImages.h
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioInput.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioInput.h
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioKept.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioKept.h
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioOutput.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioOutput.h
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioProbe.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioProbe.h
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioRecording.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioRecording.h
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioRunner.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioRunner.h
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioSegments.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioSegments.h
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioSources.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioSources.h
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioStep.h
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioTimeline.cpp ${CMAKE_CURRENT_LIST_DIR}/ScenarioTimeline.h
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioSubjects.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioSubjects.h
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioWaits.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioWaits.h)
