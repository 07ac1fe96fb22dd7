#!/usr/bin/env python3
"""`sbom.py BINARY...`: every library that the binaries name as needed stands in the SBOM, and none of them is GPL-only.

The C and C++ run-time libraries belong to the system. Skipped (77) where there is no dpkg, but not under `./dev test`.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SYSTEM = {"glibc", "gcc-12", "gcc-13", "gcc-14"}


def linked(binaries):
    """library that a binary names as needed -> where it is loaded from."""
    places = {}
    for binary in binaries:
        needed = re.findall(r"NEEDED.*\[(.*?)\]", subprocess.run(["readelf", "-d", binary], capture_output=True, text=True, check=True).stdout)
        listed = subprocess.run(["ldd", binary], capture_output=True, text=True, check=True).stdout
        loaded = dict(re.findall(r"(\S+) => (\S+)", listed))
        loaded |= {pathlib.Path(place).name: place for place in re.findall(r"^\s*(/\S+) \(", listed, re.M)}  # the loader itself
        places.update({library: loaded.get(library, library) for library in needed})
    return places


def owner(place):
    """The Debian package that brings a file; empty where none does."""
    path = pathlib.Path(place)
    candidates = [str(path), str(path.resolve()), str(path.resolve()).removeprefix("/usr"), "/usr" + str(path)]
    found = subprocess.run(["dpkg-query", "-S", *candidates], capture_output=True, text=True).stdout
    packages = {line.rpartition(": ")[2]: re.split("[:,]", line)[0] for line in found.splitlines()}
    return next((packages[name] for name in candidates if name in packages), "")


def main():
    if not shutil.which("dpkg-query"):
        print("sbom: no dpkg here")
        return 1 if os.environ.get("CONSILIUM_TEST_ALL") else 77
    document = json.loads((ROOT / "installer/sbom/consilium.spdx.json").read_text(encoding="utf-8"))
    listed = {p["SPDXID"].removeprefix("SPDXRef-"): p["licenseDeclared"] for p in document["packages"]}
    # Programs that are started, and so may have a licence that forbids linking them.
    called = {r["spdxElementId"].removeprefix("SPDXRef-") for r in document["relationships"] if r["relationshipType"] == "RUNTIME_DEPENDENCY_OF"}
    bad = [f"{name} is {licence}" for name, licence in listed.items() if re.match(r"(A?GPL)", licence) and name not in called]
    paths = linked(sys.argv[1:])
    for library, place in paths.items():
        package = owner(place)
        source = subprocess.run(["dpkg-query", "-W", "-f=${source:Package}", package], capture_output=True, text=True).stdout if package else ""
        if source not in SYSTEM and source not in listed:
            bad.append(f"{library} (Debian source '{source}') is linked and not in the SBOM")
        if source in called:
            bad.append(f"{library} of '{source}' is linked, and should only be started")
    for line in bad:
        print(f"sbom: {line}")
    print(f"sbom: {len(paths)} libraries, {len(bad)} faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
