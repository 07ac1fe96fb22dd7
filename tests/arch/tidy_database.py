#!/usr/bin/env python3
"""`tidy_database.py IN OUTDIR`: the compilation database without GCC's precompiled headers, which clang cannot read."""
import json
import pathlib
import re
import sys

source, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
entries, seen = [], set()
for entry in json.loads(source.read_text()):
    # A file that several programs are made of is looked at once.
    if "/cmake_pch" in entry["file"] or "_autogen/" in entry["file"] or entry["file"] in seen:
        continue
    seen.add(entry["file"])
    command = entry["command"]
    # The launcher (cmake -E env ... ccache) in front of the compiler, the precompiled header, and what only GCC knows.
    command = re.sub(r"^.*?(/\S*(?:c\+\+|g\+\+|gcc|cc|clang\+\+)\S*) ", r"\1 ", command, count=1)
    command = re.sub(r"-include \S*cmake_pch\.hxx", "", command)
    command = re.sub(r"-(Winvalid-pch|fpch-preprocess)\b", "", command)
    entry["command"] = command
    entries.append(entry)
target.mkdir(parents=True, exist_ok=True)
(target / "compile_commands.json").write_text(json.dumps(entries))
