#!/usr/bin/env python3
"""The checks of the house can fail: each rule is broken on purpose in a small tree, and must be reported."""
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent

BROKEN = {
    "layer": {"viewer/session/A.cpp": '#include "viewer/widgets/W.h"\n'},
    "layer ": {"netclient/http/A.cpp": '#include "viewer/session/Action.h"\n'},
    "layer  ": {"viewer/dicom/A.cpp": '#include "viewer/session/Action.h"\n'},
    "layer   ": {"viewer/documents/A.cpp": '#include "viewer/render2d/Overlay.h"\n'},
    "layer    ": {"viewer/unheard/A.cpp": "int x;\n"},
    "layer     ": {"base/A.cpp": '#include "base/store/LocalStore.h"\n'},
    "private": {"viewer/pixels/A.h": "#pragma once\n#include <openjpeg.h>\n"},
    "private  ": {"base/store/A.h": "#pragma once\n#include <sqlite3.h>\n"},
    "private ": {"netclient/dicomweb/A.cpp": "#include <QNetworkAccessManager>\n"},
    "name": {"viewer/tools/ToolManager.h": "#pragma once\n"},
    "banned": {"app/A.cpp": "void f()\n{\n    QCoreApplication::processEvents();\n}\n"},
    "banned  ": {"app/A.cpp": "void f(QThreadPool &pool)\n{\n    pool.start([] {});\n}\n"},
    "banned   ": {"app/A.cpp": "void f(QFuture<int> one)\n{\n    one.then(&workPool(), [](int) {});\n}\n"},
    "banned ": {"app/A.cpp": "void f()\n{\n    Thing::instance()->go();\n}\n"},
    "size": {"base/A.cpp": "int x;\n" * 801},
    "size ": {"app/windows/MainWindow.cpp": "int x;\n" * 401},
    "function": {"base/A.cpp": "int f(int x)\n{\n" + "    x += 1;\n" * 70 + "    return x;\n}\n"},
    "skip": {"tests/net/A.cpp": 'void f()\n{\n    QSKIP("no tool");\n}\n'},
    "readme": {"viewer/dicom/A.cpp": "int x;\n"},
    "readme ": {"app/part/A.cpp": "int x;\n"},
    "readme  ": {"app/part/A.cpp": "int x;\n", "app/part/README.md": "line\n" * 41},
    "context": {"base/A.cpp": "void f() { connect(a, &A::b, [x = g(1, 2)](int, int) { h(x, 3); }); }\n"},
    "context ": {"base/A.cpp": "void f() { QObject::connect(a,\n qOverload<int, int>(&A::b),\n functor); }\n"},
    "context  ": {"base/A.cpp": "void f() { connect(a, &A::b, nullptr, [] {}); }\n"},
    "context   ": {"base/A.cpp": "void f() { QTimer::singleShot(0, [this] { g(); }); }\n"},
    "context    ": {"base/A.cpp": "void f() { QTimer::singleShot(0, Qt::PreciseTimer, [this] { g(); }); }\n"},
}


def run(tree):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in tree.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return subprocess.run([sys.executable, HERE / "check.py", folder], capture_output=True, text=True)


def main():
    failed = 0
    for rule, tree in BROKEN.items():
        result = run(tree)
        if result.returncode != 1 or f"[{rule.strip()}]" not in result.stdout:
            print(f"a tree that breaks '{rule.strip()}' was not reported: {result.stdout}{result.stderr}")
            failed += 1
    clean = run({"base/A.cpp": '// processEvents() in a comment\nint x;\nconst char *s = "::instance()";\n'})
    bound = run({"base/A.cpp": "void f()\n{\n    connect(a, &A::b, this, [] { g(','); });\n"
                               "    connect(a, &A::b, this, &C::d, Qt::QueuedConnection);\n"
                               "    QTimer::singleShot(0, this, [] {});\n    curl.connect(host, port);\n    ::connect(fd, address, size);\n"
                               "    // connect(a, &A::b, [] {});\n}\n"})
    if bound.returncode != 0:
        print(f"connects with a context were reported: {bound.stdout}{bound.stderr}")
        failed += 1
    if clean.returncode != 0:
        print(f"a clean tree was reported: {clean.stdout}{clean.stderr}")
        failed += 1
    print(f"{len(BROKEN) + 2 - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
