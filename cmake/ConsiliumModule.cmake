# The one way to declare a module of the product. It stores the module's layer and stops configure when a
# module links upwards, or sideways to something that is not on the short allow-list below.
#
#   consilium_add_module(NAME session LAYER 1 SOURCES a.cpp a.h PUBLIC base PRIVATE OpenJPEG::J2K ...)
#
# PUBLIC and PRIVATE name modules (base, session ...) or imported targets (Qt6::Gui). Image, network and codec
# libraries are only ever PRIVATE.

set(CONSILIUM_SIDEWAYS
    "store>base" # results, errors, the lock of a folder
    "dicomweb>http" "identity>http" "outbox>http" "outbox>dicomweb" # one transport
    "codecs>pixels" # the decoders that need no library
    "segments>pixels" # masks are frames
    "objects>documents" # what is kept as a report is read as one
    "imaging>pixels" # LUTs are applied to decoded frames
    "registration>imaging" "registration>pixels" # values of decoded frames
    "tools>render2d" # hit-testing needs what was drawn where
)
set(CONSILIUM_NEVER_PUBLIC "VTK|ITK|DCMTK|dcmdata|GDCM|gdcm|curl|CURL|openjp|openjph|charls|LCMS2|lcms2|nats|keychain|Keychain|SQLITE|OpenSSL")

function(consilium_check_link module layer scope)
    foreach(dependency IN LISTS ARGN)
        if(TARGET consilium_${dependency})
            get_target_property(other consilium_${dependency} CONSILIUM_LAYER)
            if(other GREATER layer)
                message(FATAL_ERROR "${module} (layer ${layer}) must not link upwards to ${dependency} (layer ${other})")
            elseif(other EQUAL layer AND NOT "${module}>${dependency}" IN_LIST CONSILIUM_SIDEWAYS)
                message(FATAL_ERROR "${module} and ${dependency} share layer ${layer} and are not on the allow-list")
            endif()
        elseif(scope STREQUAL "PUBLIC" AND dependency MATCHES "${CONSILIUM_NEVER_PUBLIC}")
            message(FATAL_ERROR "${module}: ${dependency} may only be linked PRIVATE")
        elseif(NOT TARGET ${dependency})
            message(FATAL_ERROR "${module}: unknown dependency ${dependency} (declare modules in layer order)")
        endif()
    endforeach()
endfunction()

function(consilium_link target scope)
    foreach(dependency IN LISTS ARGN)
        if(TARGET consilium_${dependency})
            target_link_libraries(${target} ${scope} consilium_${dependency})
        else()
            target_link_libraries(${target} ${scope} ${dependency})
        endif()
    endforeach()
endfunction()

function(consilium_add_module)
    cmake_parse_arguments(M "" "NAME;LAYER" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    consilium_check_link(${M_NAME} ${M_LAYER} PUBLIC ${M_PUBLIC})
    consilium_check_link(${M_NAME} ${M_LAYER} PRIVATE ${M_PRIVATE})
    add_library(consilium_${M_NAME} STATIC ${M_SOURCES})
    set_target_properties(consilium_${M_NAME} PROPERTIES CONSILIUM_LAYER ${M_LAYER})
    target_include_directories(consilium_${M_NAME} PUBLIC ${CMAKE_SOURCE_DIR})
    consilium_link(consilium_${M_NAME} PUBLIC ${M_PUBLIC})
    consilium_link(consilium_${M_NAME} PRIVATE ${M_PRIVATE})
    consilium_use_pch(consilium_${M_NAME})
endfunction()

# consilium_add_tests(NAME session SOURCES ... LIBRARIES ...): one Qt Test binary for a layer or module.
# Every test class is registered with CONSILIUM_TEST (tests/support/TestMain.h); the binary runs them all.
function(consilium_add_tests)
    cmake_parse_arguments(T "" "NAME" "SOURCES;LIBRARIES" ${ARGN})
    set(support ${CMAKE_SOURCE_DIR}/tests/support/TestMain.cpp)
    if(CONSILIUM_SANITIZE MATCHES "thread")
        list(APPEND support ${CMAKE_SOURCE_DIR}/tests/support/ForkedChild.cpp)
    endif()
    add_executable(test_${T_NAME} ${T_SOURCES} ${support})
    set_target_properties(test_${T_NAME} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_include_directories(test_${T_NAME} PRIVATE ${CMAKE_SOURCE_DIR})
    target_compile_definitions(test_${T_NAME} PRIVATE CONSILIUM_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                                                      CONSILIUM_BUILD_DIR="${CMAKE_BINARY_DIR}")
    consilium_link(test_${T_NAME} PRIVATE ${T_LIBRARIES} Qt6::Test)
    consilium_use_pch(test_${T_NAME})
    add_test(NAME ${T_NAME} COMMAND test_${T_NAME})
    set(timeout 300)
    if(CONSILIUM_SANITIZE)
        set(timeout 1500)
    endif()
    set_tests_properties(${T_NAME} PROPERTIES TIMEOUT ${timeout} ENVIRONMENT "LC_ALL=C.UTF-8;QTEST_FUNCTION_TIMEOUT=1200000;CONSILIUM_BIN=${CMAKE_BINARY_DIR}/bin")
endfunction()

# One precompiled header, made once and used by every target: what each defines besides is not asked for in it.
if(CONSILIUM_PCH)
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/pch/Pch.cpp CONTENT "" @ONLY)
    add_library(consilium_pch OBJECT ${CMAKE_BINARY_DIR}/pch/Pch.cpp)
    target_link_libraries(consilium_pch PRIVATE Qt6::Core)
    target_precompile_headers(consilium_pch PRIVATE ${CMAKE_SOURCE_DIR}/cmake/Pch.h)
    set_target_properties(consilium_pch PROPERTIES AUTOMOC OFF)
endif()
function(consilium_use_pch target)
    if(CONSILIUM_PCH)
        target_precompile_headers(${target} REUSE_FROM consilium_pch)
    endif()
endfunction()
