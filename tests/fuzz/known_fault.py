#!/usr/bin/env python3
"""`known_fault.py LOG`: the name of the known fault (known-faults.txt) that ended a fuzzer; status 1 when it is none.

Known is only what happened inside the library itself: the first frame of the stack that belongs neither to the C library
nor to the sanitizer has to be the library's. A fault of our own code with the library further up is a finding.
"""
import pathlib
import re
import sys

# What stands on top of each report: the signal, the assertion, the interceptor.
MACHINERY = re.compile(
    r" in (__sanitizer|__interceptor|__asan|__ubsan|fuzzer::|(abort|raise|gsignal|malloc|calloc|realloc|free|mem[a-z]+|str[a-z]+"
    r"|operator (new|delete)\S*) |__assert_fail|__pthread_kill|__libc_|__GI_|std::terminate)|/(libc|libstdc\+\+)\.so")
FRAME = re.compile(r"^ +#\d+ 0x[0-9a-f]+")


def first_stack(text):
    """The lines of the first stack of a report."""
    stack = []
    for line in text.splitlines():
        if FRAME.match(line):
            stack.append(line)
        elif stack:
            break
    return stack


def culprit(stack):
    return next((line for line in stack if not MACHINERY.search(line)), "")


def known(text, table):
    stack = first_stack(text)
    at = culprit(stack)
    said = " ".join([line for line in text.splitlines() if "ERROR:" in line or re.match(r"(READ|WRITE) of size", line)] + stack)
    for line in table.splitlines():
        parts = [part.strip() for part in line.split(" | ")]
        if line.startswith("#") or len(parts) != 4:
            continue
        name, library, pattern, what = parts
        if "/" + library + "+" in at and re.search(pattern, said):
            return name, what
    return None


def main():
    text = pathlib.Path(sys.argv[1]).read_text(errors="replace")
    found = known(text, (pathlib.Path(__file__).parent / "known-faults.txt").read_text())
    if not found:
        return 1
    print(found[0])
    return 0


if __name__ == "__main__":
    sys.exit(main())
