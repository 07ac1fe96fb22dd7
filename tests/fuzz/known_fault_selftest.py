#!/usr/bin/env python3
"""What happens between threads of Qt alone does not fail the thread sanitizer's run; with a function of ours on either
side it does."""
import contextlib
import io
import sys

import known_fault

INSIDE = "    #1 <null> <null> (libQt6Core.so.6+0x257929)\n"
NAMED = "    #1 QByteArray::append(QByteArray const&) <null> (libQt6Core.so.6+0x1f72b2)\n"
OURS = "    #2 run /src/base/WorkPool.h:32 (test_net+0x1234)\n"
# below the first access, below the second, is it a finding
CASES = [
    (INSIDE, INSIDE, False),
    (INSIDE, NAMED, False),
    (INSIDE + OURS, NAMED, False),  # the end of a pool
    (INSIDE, INSIDE + OURS, False),
    (NAMED + OURS, INSIDE, True),  # a call of ours
    (NAMED, NAMED + OURS, True),
    (INSIDE + OURS, INSIDE + OURS, True),
    (INSIDE + OURS, OURS, True),
    (OURS, INSIDE, True),
    (OURS, OURS, True),
    ("", INSIDE, True),
]


def report(first, second):
    top = "    #0 memmove ../sanitizer_common_interceptors.inc:810 (libtsan.so.2+0x5dc76)\n"
    return ("WARNING: ThreadSanitizer: data race (pid=1)\n  Write of size 8 at 0x7b0c000119b0 by thread T9:\n" + top + first +
            "\n  Previous atomic write of size 8 at 0x7b0c000119b0 by thread T11:\n" + top + second +
            "\n  Thread T9 'Thread (pooled)' (tid=16046, running) created by thread T4 at:\n"
            "    #0 pthread_create ../tsan_interceptors_posix.cpp:1001 (libtsan.so.2+0x5e686)\n"
            "    #1 consilium::http::HttpClient::aside() /src/HttpClient.cpp:296 (test_net+0xaa9d9f)\n\n"
            "SUMMARY: ThreadSanitizer: data race (libQt6Core.so.6+0x257929) \n==================\n")


def main():
    failed = 0
    for first, second, is_finding in CASES:
        # ctest -V writes a number before each line, and lines of other tests between them.
        log = "".join(f"4: {line}\n7: PASS   : Other::test()\n" for line in report(first, second).splitlines())
        with contextlib.redirect_stdout(io.StringIO()) as said:
            status = known_fault.tell_all(log, "")
        if status != int(is_finding):
            print(f"status {status} for\n{report(first, second)}{said.getvalue()}")
            failed += 1
    print(f"{len(CASES)} cases, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
