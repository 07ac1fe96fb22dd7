target_sources(consilium_app PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioHost.h
    ${CMAKE_CURRENT_LIST_DIR}/ScenarioRunner.h)
