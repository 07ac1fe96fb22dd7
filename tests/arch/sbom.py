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


def main():
    if not shutil.which("dpkg-query"):
        print("sbom: no dpkg here")
        return 1 if os.environ.get("CONSILIUM_TEST_ALL") else 77
    document = json.loads((ROOT / "installer/sbom/consilium.spdx.json").read_text(encoding="utf-8"))
    listed = {p["SPDXID"].removeprefix("SPDXRef-"): p["licenseDeclared"] for p in document["packages"]}
    # Programs that are started, and so may have a licence that forbids linking them.
    called = {r["spdxElementId"].removeprefix("SPDXRef-") for r in document["relationships"] if r["relationshipType"] == "RUNTIME_DEPENDENCY_OF"}
    bad = [f"{name} is {licence}" for name, licence in listed.items() if re.match(r"(A?GPL)", licence) and name not in called]
    paths = {}
    for binary in sys.argv[1:]:
        needed = re.findall(r"NEEDED.*\[(.*?)\]", subprocess.run(["readelf", "-d", binary], capture_output=True, text=True, check=True).stdout)
        loaded = dict(re.findall(r"(\S+) => (\S+)", subprocess.run(["ldd", binary], capture_output=True, text=True, check=True).stdout))
        paths.update({library: loaded.get(library, library) for library in needed})
    for library, place in paths.items():
        path = pathlib.Path(place)
        owner = ""
        for candidate in {str(path), str(path.resolve()), str(path.resolve()).removeprefix("/usr"), "/usr" + str(path)}:
            found = subprocess.run(["dpkg-query", "-S", candidate], capture_output=True, text=True)
            if found.returncode == 0:
                owner = found.stdout.split(": ")[0].split(",")[0]
                break
        source = subprocess.run(["dpkg-query", "-W", "-f=${source:Package}", owner], capture_output=True, text=True).stdout if owner else ""
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
