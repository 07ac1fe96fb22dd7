#!/usr/bin/env python3
"""What clang-tidy finds in a header fails tidy.py; what it finds in a header that a build made does not."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BAD, GOOD = "inline int *none()\n{\n    return 0;\n}\n", "inline int *none()\n{\n    return nullptr;\n}\n"
# header of the product, header in the build folder -> what is to be reported
CASES = {
    "bad header": (BAD, GOOD, "base/Part.h:4:12: error: use nullptr"),
    "bad header of a build": (GOOD, BAD, ""),
}


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(root, own, made, changed):
    """tidy.py in a small tree, which is built first: it asks ninja who includes what."""
    build = root / "build"
    write(root / "base/Part.h", "#pragma once\n" + own)
    write(build / "base/Made.h", "#pragma once\nnamespace made\n{\n" + made + "}\n")
    write(root / "base/User.cpp", '#include "base/Part.h"\n#include "build/base/Made.h"\nint *user()\n{\n    return none();\n}\n')
    command = f"c++ -std=c++20 -I{root} -o User.o -c {root}/base/User.cpp"
    write(build / "build.ninja", f"rule cc\n  command = {command} -MD -MF User.d\n  depfile = User.d\n  deps = gcc\n"
                                 f"build User.o: cc {root}/base/User.cpp\n")
    write(build / "tidy/compile_commands.json",
          json.dumps([{"directory": str(build), "file": str(root / "base/User.cpp"), "command": command}]))
    for name in ("tests/arch/tidy.py", ".clang-tidy"):
        write(root / name, (HERE.parents[1] / name).read_text(encoding="utf-8"))
    subprocess.run(["ninja", "-C", str(build), "--quiet"], check=True)
    return subprocess.run([sys.executable, root / "tests/arch/tidy.py", str(build), "1", changed], cwd=root, capture_output=True, text=True)


def main():
    missing = [tool for tool in ("clang-tidy", "ninja", "c++") if not shutil.which(tool)]
    if missing:
        print(f"tidy_selftest: no {', '.join(missing)} here")
        return 1 if os.environ.get("CONSILIUM_TEST_ALL") else 77
    failed = 0
    for name, (own, made, expected) in CASES.items():
        for changed in ("base/Part.h", "base/User.cpp"):
            # A name with what means something in an expression.
            with tempfile.TemporaryDirectory(prefix="tidy.c++-") as folder:
                result = run(pathlib.Path(folder).resolve(), own, made, changed)
            if result.returncode != (1 if expected else 0) or expected not in result.stdout or "1 looked at" not in result.stdout:
                print(f"{name}, {changed} changed: {result.returncode} {result.stdout}{result.stderr}")
                failed += 1
    print(f"{2 * len(CASES) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
