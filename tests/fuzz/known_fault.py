#!/usr/bin/env python3
"""`known_fault.py LOG`: the name of the known fault (known-faults.txt) that ended a fuzzer; status 1 when it is none.
`known_fault.py --all LOG`: every report of a sanitizer in the log of tests, the known ones by name; status 1 when one is not
known. Of the thread sanitizer's reports those are counted, too, that are of Qt's own threads (between_threads_of_qt).

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
REPORT = re.compile(r"ERROR: (Address|Leak)Sanitizer|WARNING: ThreadSanitizer|runtime error:")
FRAME = re.compile(r"^ +#\d+ ")
MOST_LINES = 200
ACCESS = re.compile(r"^  (Previous )?(atomic )?(read|write) of size \d", re.IGNORECASE)


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


def accesses(text):
    """The stacks of the two accesses of which the thread sanitizer says that they race."""
    stacks = []
    for line in text.splitlines():
        if ACCESS.match(line):
            stacks.append([])
        elif not line.strip():
            if len(stacks) == 2:
                break
        elif stacks and FRAME.match(line):
            stacks[-1].append(line)
    return stacks


def between_threads_of_qt(text):
    """True where a thread of Qt's, in no function that was built with the sanitizer (its caller would stand below), races
    with another such thread or with a function inside Qt Core that nobody calls from outside (it has no name): what a
    pool keeps of its threads under a lock that the sanitizer does not see, until its end. tests/support/tsan.supp, which
    goes by names, could not tell these from what our code does by way of Qt."""
    both = [[frame for frame in stack if "(libtsan.so." not in frame] for stack in accesses(text)]
    if len(both) != 2 or not all(stack and "(libQt6Core.so.6+" in stack[0] for stack in both):
        return False
    alone = [len(stack) == 1 for stack in both]
    nameless = ["<null> <null>" in stack[0] for stack in both]
    return all(alone) or (alone[0] and nameless[1]) or (nameless[0] and alone[1])


def reports_in(text):
    """The reports in a log, each with the lines that follow it; lines of tests that ran beside each other are told apart
    by the number that ctest writes before them."""
    streams = {}
    for line in text.splitlines():
        number = re.match(r"(\d+: )?", line).group()
        streams.setdefault(number, []).append(line[len(number):])
    for lines in streams.values():
        starts = [i for i, line in enumerate(lines) if REPORT.search(line)]
        for start, end in zip(starts, starts[1:] + [len(lines)]):
            yield "\n".join(lines[start:min(end, start + MOST_LINES)])


def tell_all(text, table):
    unknown = 0
    of_qt = 0
    seen = {}
    for report in reports_in(text):
        if "ThreadSanitizer: data race" in report and between_threads_of_qt(report):
            of_qt += 1
            continue
        fault = known(report, table)
        if fault:
            seen[fault[0]] = seen.get(fault[0], 0) + 1
            continue
        unknown += 1
        print("\n".join(report.splitlines()[:30]) + "\n")
    for name, count in sorted(seen.items()):
        print(f"known, inside a library, in a helper: {name}, {count} times")
    if of_qt:
        print(f"between threads of Qt alone: {of_qt} times")
    print(f"{unknown} reports of sanitizers")
    return 1 if unknown else 0


def main():
    table = (pathlib.Path(__file__).parent / "known-faults.txt").read_text()
    if sys.argv[1] == "--all":
        return tell_all(pathlib.Path(sys.argv[2]).read_text(errors="replace"), table)
    found = known(pathlib.Path(sys.argv[1]).read_text(errors="replace"), table)
    if not found:
        return 1
    print(found[0])
    return 0


if __name__ == "__main__":
    sys.exit(main())
