target_sources(consilium_app PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/PixelBridge.h)
