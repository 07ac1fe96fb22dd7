#!/usr/bin/env python3
"""`deps.py BINARY...`: what `./dev deps` installs brings every library that the binaries name as needed and every program
that the tests start: a package of the list, or one that such a package depends on itself.

What comes from further away is there by luck: it goes when somebody else's dependencies change. Essential packages and the
C and C++ run-time libraries belong to the system. Skipped (77) where there is no dpkg, but not under `./dev test`.
"""
import os
import re
import shutil
import subprocess
import sys

from sbom import ROOT, SYSTEM, linked, owner


def started():
    """Programs that the tests name where they start or look for one, as far as they are installed."""
    words = set()
    for path in sorted((ROOT / "tests").rglob("*")):
        if path.suffix in (".cpp", ".h", ".py"):
            text = path.read_text(encoding="utf-8")
            words |= set(re.findall(r"""(?:findExecutable|start|run|which)\(\[?(?:QStringLiteral\()?u?["']([\w.+/-]+)["']""", text))
    places = {word: shutil.which(word, path="/usr/bin:/usr/sbin:/bin") for word in words if "." not in word}
    return {word: place for word, place in places.items() if place}


def field(name, *packages):
    return subprocess.run(["dpkg-query", "-W", f"-f=${{{name}}}, ", *packages], capture_output=True, text=True).stdout.rstrip(", ")


def brought(listed):
    depends = field("Depends", *listed) + ", " + field("Pre-Depends", *listed)
    return set(listed) | set(re.findall(r"(?:^|[,|])\s*([a-z0-9][a-z0-9.+-]+)", depends))


def main():
    if not shutil.which("dpkg-query"):
        print("deps: no dpkg here")
        return 1 if os.environ.get("CONSILIUM_TEST_ALL") else 77
    listed = subprocess.run([ROOT / "dev", "deps", "--list"], capture_output=True, text=True, check=True).stdout.split()
    packages = {name: owner(place) for name, place in sorted((linked(sys.argv[1:]) | started()).items())}
    known = brought(listed)
    bad = [f"{name} is of the package '{package}', which no package of './dev deps --list' names"
           for name, package in packages.items() if package not in known
           and not (package and (field("Essential", package) == "yes" or field("source:Package", package) in SYSTEM))]
    if "libcharls2" in brought([name for name in listed if name != "libcharls-dev"]):
        bad.append("libcharls-dev could be left out and nothing would be said: this check is blind")
    for line in bad:
        print(f"deps: {line}")
    print(f"deps: {len(packages)} libraries and programs, {len(bad)} faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
