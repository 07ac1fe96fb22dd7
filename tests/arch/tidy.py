#!/usr/bin/env python3
"""`tidy.py BUILD JOBS FILE...`: clang-tidy over each file that is not as it was when it was last found clean. A header is looked at
in one .cpp that includes it: that of its own name, else the first.

What a verdict rests on: the file and every header of the project it includes (as the last build found them), its compile command, .clang-tidy and
clang-tidy itself. BUILD/tidy holds the compilation database (tidy_database.py) and the stamps. Exit 1 and what clang-tidy says where something is wrong.
"""
import concurrent.futures
import hashlib
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Of the headers those of the product, not what a build folder in the tree holds. LLVM's expressions know no look-ahead.
HEADERS = "^" + re.sub(r"([^A-Za-z0-9_/-])", r"\\\1", str(ROOT)) + "/(base|viewer|netclient|app)/"
NOISE = re.compile(r"warnings? generated|^Suppressed|Use -header-filter")


def included(build):
    """object -> files of the project that it was made of."""
    text = subprocess.run(["ninja", "-C", str(build), "-t", "deps"], capture_output=True, text=True, check=True).stdout
    made, current, paths = {}, None, {}
    for line in text.splitlines():
        if line.startswith("    "):
            if line not in paths:  # the same headers stand below most objects
                path = pathlib.Path(build, line.strip()).resolve()
                paths[line] = path if path.is_relative_to(ROOT) else None
            if paths[line]:
                made[current].append(paths[line])
        elif line:
            current = line.split(": #deps")[0]
            made[current] = []
    return made


def key(command, parts, constant, known):
    total = hashlib.sha256(constant + command.encode())
    for path in sorted(parts):
        if path not in known:
            known[path] = hashlib.sha256(path.read_bytes()).digest() if path.exists() else b""
        total.update(str(path).encode() + b"\0" + known[path])
    return total.hexdigest()


def user_of(header, parts_of):
    """The .cpp in which a header is looked at; None where no program includes it."""
    users = sorted(file for file, parts in parts_of.items() if header in parts)
    own = header.with_suffix(".cpp")
    return own if own in users else users[0] if users else None


def main():
    build, jobs = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2])
    wanted = [pathlib.Path(name).resolve() for name in sys.argv[3:]]
    stamps = build / "tidy/stamps"
    stamps.mkdir(parents=True, exist_ok=True)
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, check=True).stdout
    constant = version + (ROOT / ".clang-tidy").read_bytes() + HEADERS.encode()
    commands = {}
    for entry in json.loads((build / "tidy/compile_commands.json").read_text(encoding="utf-8")):
        commands.setdefault(pathlib.Path(entry["directory"], entry["file"]).resolve(), entry)
    made, known, due, parts_of = included(build), {}, [], {}
    for file, entry in commands.items():
        output = re.search(r" -o (\S+)", entry["command"])
        parts_of[file] = set(made.get(output.group(1), ())) if output else set()
    headers = [user_of(file, parts_of) for file in wanted if file.suffix == ".h"]
    wanted = list(dict.fromkeys([file for file in wanted if file.suffix != ".h"] + [file for file in headers if file]))
    for file in wanted:
        entry, parts = commands.get(file), parts_of.get(file)
        # Of what it consists is not known: it is looked at every time.
        verdict = key(entry["command"], {file, *parts}, constant, known) if parts else None
        stamp = stamps / hashlib.sha256(str(file).encode()).hexdigest()[:24]
        if verdict is None or not stamp.exists() or stamp.read_text() != verdict:
            due.append((file, stamp, verdict))

    def look(task):
        file, stamp, verdict = task
        result = subprocess.run(["clang-tidy", "-p", str(build / "tidy"), "--quiet", f"--header-filter={HEADERS}", str(file)],
                                capture_output=True, text=True)
        said = "\n".join(line for line in (result.stdout + result.stderr).splitlines() if line.strip() and not NOISE.search(line))
        if result.returncode == 0 and not said and verdict:
            stamp.write_text(verdict)
        return result.returncode != 0, said

    bad = 0
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for failed, said in pool.map(look, due):
            bad += failed
            if said:
                print(said, flush=True)
    print(f"clang-tidy: {len(due)} looked at, {len(wanted) - len(due)} as they were when they were clean")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
