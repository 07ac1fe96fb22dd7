#!/usr/bin/env python3
"""The rules of the house, checked on the text of the sources. `check.py [ROOT]`; exit 1 and one line a breach.

What CMake already refuses (an upward link between modules) is checked here again on includes, so that a header cannot
reach where its target may not link.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2]).resolve()

# folder -> (layer, folders of the same layer it may include)
LAYERS = {
    "base": (0, ()),
    "base/store": (0, ("base",)),
    "viewer/session": (1, ()),
    "viewer/dicom": (1, ()),
    "netclient/http": (1, ()),
    "netclient/dicomweb": (1, ("netclient/http",)),
    "netclient/identity": (1, ("netclient/http",)),
    "netclient/outbox": (1, ("netclient/http", "netclient/dicomweb")),
    "viewer/pixels": (2, ()),
    "viewer/documents": (2, ()),
    "viewer/objects": (2, ("viewer/documents",)),
    "viewer/hanging": (2, ()),
    "viewer/segments": (2, ("viewer/pixels",)),
    "viewer/codecs": (2, ("viewer/pixels",)),
    "viewer/imaging": (2, ("viewer/pixels",)),
    "viewer/registration": (2, ("viewer/imaging", "viewer/pixels")),
    "viewer/render2d": (3, ()),
    "viewer/tools": (3, ("viewer/render2d",)),
    "viewer/widgets": (4, ()),
    "app": (5, ()),
}
SOURCE_FOLDERS = ("base", "viewer", "netclient", "render3d", "app")
# netclient carries payloads it does not understand; session knows neither images nor lines.
NEVER = {"netclient/": ("viewer/",), "viewer/session": ("viewer/dicom", "netclient/"), "viewer/": ("netclient/",)}
THIRD_PARTY = re.compile(r'#include\s*[<"](vtk|itk|dcmtk/|gdcm|openjpeg|charls/|lcms2|openjph|curl/|nats/|hwy/|qt6keychain/|qtkeychain|sqlite3|openssl/)', re.I)
BANNED = {
    r"\bprocessEvents\s*\(": "no processEvents",
    r"\bQEventLoop\b": "no nested event loops",
    r"\bwaitForFinished\s*\(": "no waitForFinished outside tests",
    r"::instance\s*\(\)": "no singletons",
    r"QThreadPool::globalInstance": "QPainter waits for that pool: workPool() of base/WorkPool.h",
    r"(\.|->)start\s*\(\s*\[|(\.|->)then\s*\(\s*&": "work of a pool begins by startWork() of base/WorkPool.h, which tells the thread sanitizer of it",
    r"\b(TODO|FIXME|XXX)\b": "no unfinished work in the tree",
}
BANNED_NAMES = re.compile(r"(Manager|Helper|Utils|Common)\.(h|cpp)$")
CPP_MAX, CPP_P90, H_MAX, FUNCTION_MAX = 800, 450, 300, 60
SPECIAL_MAX = {"app/windows/MainWindow.cpp": 400}
README_MAX, ARCHITECTURE_MAX, CMAKE_MAX = 40, 120, 120


def exceptions():
    """path -> reason, from exceptions.txt: 'RULE PATH reason ...' a line."""
    out = {}
    path = ROOT / "tests/arch/exceptions.txt"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines() if path.exists() else [], 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        parts = line.split(None, 2)
        if len(parts) < 3:
            raise SystemExit(f"{path}:{number}: an exception needs a rule, a path and a reason")
        out[(parts[0], parts[1])] = parts[2]
    return out


def files(*suffixes):
    """Sources of the product and of its tests, as the working tree has them."""
    for top in (*SOURCE_FOLDERS, "tests"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix in suffixes and path.is_file():
                yield path, path.relative_to(ROOT).as_posix()


def folder_of(name):
    """The longest known folder that holds the file or the include."""
    best = ""
    for folder in LAYERS:
        if name.startswith(folder + "/") and len(folder) > len(best):
            best = folder
    return best


def check_folders(breaches):
    """A module that is on no list would escape the other checks."""
    for top in ("viewer", "netclient"):
        for path in sorted((ROOT / top).glob("*/")):
            name = path.relative_to(ROOT).as_posix()
            if name not in LAYERS and any(path.rglob("*.cpp")):
                breaches.append(("layer", name, "is not among LAYERS of tests/arch/check.py"))


def check_includes(breaches):
    for path, name in files(".h", ".cpp"):
        own = folder_of(name)
        if not own:
            continue
        layer, sideways = LAYERS[own]
        text = path.read_text(encoding="utf-8")
        for include in re.findall(r'^\s*#include\s+"([^"]+)"', text, re.M):
            other = folder_of(include)
            if other and other != own:
                other_layer = LAYERS[other][0]
                if other_layer > layer or (other_layer == layer and other not in sideways):
                    breaches.append(("layer", name, f"includes {include}, layer {other_layer} from layer {layer}"))
            for prefix, forbidden in NEVER.items():
                if name.startswith(prefix) and include.startswith(forbidden):
                    breaches.append(("layer", name, f"{prefix} must not know {include}"))
        if path.suffix == ".h" and THIRD_PARTY.search(text):
            breaches.append(("private", name, f"third-party header in a header: {THIRD_PARTY.search(text).group(0)}"))
        if name.startswith("netclient/") and re.search(r"#include\s*<QNetwork|<QtNetwork|<QTcpSocket|<QSslSocket", text):
            breaches.append(("private", name, "no Qt Network here"))


def strip_comments_and_strings(text):
    text = re.sub(r'R"(\w*)\(.*?\)\1"', '""', text, flags=re.S)
    return re.sub(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', lambda m: "\n" * m.group(0).count("\n"), text, flags=re.S)


def check_words(breaches):
    for path, name in files(".h", ".cpp"):
        if BANNED_NAMES.search(name):
            breaches.append(("name", name, "no Manager, Helper, Utils, Common"))
        if path.suffix == ".h" and "#pragma once" not in path.read_text(encoding="utf-8"):
            breaches.append(("name", name, "no #pragma once"))
        code = strip_comments_and_strings(path.read_text(encoding="utf-8"))
        if name.startswith("tests/"):
            # A skipped test counts as passed: NEEDS() and SKIP_WHERE() tell what may be skipped from what must be there.
            if not name.startswith("tests/support/") and re.search(r"\bQSKIP\s*\(", code):
                breaches.append(("skip", name, "no QSKIP: NEEDS() or SKIP_WHERE() of tests/support/Needs.h"))
            continue
        for pattern, why in BANNED.items():
            for match in re.finditer(pattern, code):
                line = code.count("\n", 0, match.start()) + 1
                before = code[max(0, match.start() - 40):match.start()]
                if "::instance" in match.group(0) and re.search(r"(QCoreApplication|QGuiApplication|QApplication)$", before):
                    continue  # Qt's own; there is no other way to ask for it
                breaches.append(("banned", name, f"line {line}: {why}"))


def arguments(code, start):
    """The arguments of a call whose parenthesis opens at `start`, parted at commas outside all brackets; None when it
    does not close."""
    depth, parts, begin = 0, [], start + 1
    for at in range(start, len(code)):
        if code[at] in "([{":
            depth += 1
        elif code[at] in ")]}":
            depth -= 1
        if depth == 0 or (depth == 1 and code[at] == ","):
            parts.append(code[begin:at].strip())
            begin = at + 1
        if depth == 0:
            return parts
    return None


def check_contexts(breaches):
    """A lambda that is connected without an object whose life bounds its own is called after what it captured is gone.
    Qt refuses such connects (QT_NO_CONTEXTLESS_CONNECT) from 6.7 on only."""
    for path, name in files(".h", ".cpp"):
        if name.startswith("tests/"):
            continue
        code = strip_comments_and_strings(path.read_text(encoding="utf-8"))
        code = re.sub(r"'(?:\\.|[^'\\])'", "' '", code)
        code = re.sub(r"\b(qOverload|QOverload|qConstOverload|qNonConstOverload)\s*<[^()]*?>", r"\1", code)
        for match in re.finditer(r"\b(connect|singleShot|callOnTimeout)\s*\(", code):
            given = arguments(code, match.end() - 1)
            if given is None or code[:match.start()].endswith("::") and not code[:match.start() - 2][-1:].isalnum():
                continue  # ::connect() of a socket
            # connect(sender, signal, functor); singleShot(interval, [timer type,] functor); callOnTimeout(functor)
            count, what = len(given), match.group(1)
            is_lambda = given[-1].startswith("[")
            is_bare = {"connect": count == 3,
                       "singleShot": is_lambda and (count == 2 or (count == 3 and given[1].endswith("Timer"))),
                       "callOnTimeout": is_lambda and count == 1}[what]
            is_null = count >= 4 and given[2] in ("nullptr", "{}", "0")
            if is_bare or is_null:
                line = code.count("\n", 0, match.start()) + 1
                breaches.append(("context", name, f"line {line}: {match.group(1)}() without a context object"))


def check_sizes(breaches):
    lengths = []
    for path, name in files(".h", ".cpp"):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        limit = SPECIAL_MAX.get(name, CPP_MAX if path.suffix == ".cpp" else H_MAX)
        if lines > limit:
            breaches.append(("size", name, f"{lines} lines, cap {limit}"))
        if path.suffix == ".cpp":
            lengths.append(lines)
    if len(lengths) >= 20:
        p90 = sorted(lengths)[int(0.9 * (len(lengths) - 1))]
        if p90 > CPP_P90:
            breaches.append(("size", "*.cpp", f"90th percentile {p90} lines, cap {CPP_P90}"))
    for path in (ROOT / "CMakeLists.txt", ROOT / "ARCHITECTURE.md"):
        limit = CMAKE_MAX if path.name == "CMakeLists.txt" else ARCHITECTURE_MAX
        if path.exists() and len(path.read_text(encoding="utf-8").splitlines()) > limit:
            breaches.append(("size", path.name, f"cap {limit} lines"))


def check_functions(breaches):
    sources = [str(path) for path, name in files(".cpp") if not name.startswith("tests/")]
    if not sources:
        return
    out = subprocess.run(["ctags", "-x", "--c++-kinds=f", "--fields=+ne", "--_xformat=%F\t%n\t%{end}\t%N", *sources],
                         capture_output=True, text=True, check=True).stdout
    for row in out.splitlines():
        file, first, last, function = row.split("\t")
        if last.isdigit() and int(last) - int(first) + 1 > FUNCTION_MAX:
            name = pathlib.Path(file).resolve().relative_to(ROOT).as_posix()
            breaches.append(("function", name, f"{function}() has {int(last) - int(first) + 1} lines, cap {FUNCTION_MAX}"))


def check_readmes(breaches):
    parts_of_app = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "app").glob("*/"))]
    for folder in [*LAYERS, *parts_of_app]:
        path = ROOT / folder
        if "/" not in folder or not path.exists():
            continue
        readme = path / "README.md"
        if not readme.exists():
            breaches.append(("readme", folder, "no README.md"))
        elif len(readme.read_text(encoding="utf-8").splitlines()) > README_MAX:
            breaches.append(("readme", folder, f"README.md over {README_MAX} lines"))


def main():
    breaches, allowed, used = [], exceptions(), set()
    for check in (check_folders, check_includes, check_words, check_contexts, check_sizes, check_functions, check_readmes):
        check(breaches)
    bad = 0
    for rule, name, what in breaches:
        if (rule, name) in allowed:
            used.add((rule, name))
            continue
        print(f"{name}: [{rule}] {what}")
        bad += 1
    for rule, name in allowed.keys() - used:
        print(f"tests/arch/exceptions.txt: [{rule}] {name}: no longer needed")
        bad += 1
    print(f"architecture: {bad} breaches, {len(used)} exceptions in use")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
