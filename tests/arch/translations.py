#!/usr/bin/env python3
"""Every user-visible string has its Chinese text, with the same place holders, and none is left over from older sources.

`translations.py [ROOT]`; runs lupdate on a copy so that a string added to the sources without a translation is found.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2]).resolve()
CHINESE = ("zh_CN", "zh_TW")
# One term for one thing: (not to be written, what is written instead). A reader takes two words for two things.
VARIANTS = {
    "zh_CN": (("工作清单", "工作列表"), ("检查单号", "检查号"), ("患者号", "患者编号"), ("患者 ID", "患者编号"), ("病人", "患者")),
    "zh_TW": (("工作列表", "工作清單"), ("檢查號", "檢查單號"), ("病患編號", "病歷號"), ("病患", "病人"), ("患者", "病人")),
}


def lupdate():
    for name in ("/usr/lib/qt6/bin/lupdate", "lupdate6", "lupdate"):
        found = shutil.which(name)
        if found:
            return found
    raise SystemExit("translations: lupdate is not installed")


def main():
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        copies = []
        for ts in sorted((ROOT / "translations").glob("*.ts")):
            copies.append(shutil.copy(ts, folder))
        sources = [str(ROOT / top) for top in ("base", "viewer", "netclient", "app") if (ROOT / top).exists()]
        subprocess.run([lupdate(), "-silent", "-no-ui-lines", "-locations", "none", "-I", str(ROOT), *sources, "-ts", *copies], check=True,
                       stdout=subprocess.DEVNULL)
        found = {lang: 0 for lang in CHINESE}
        for copy in copies:
            name = pathlib.Path(copy).name
            lang = next((l for l in CHINESE if l in name), None)
            for context in ET.parse(copy).getroot().iter("context"):
                where = f"translations/{name}: {context.findtext('name')}"
                for message in context.iter("message"):
                    source, translation = message.findtext("source") or "", message.find("translation")
                    kind = translation.get("type", "") if translation is not None else "unfinished"
                    if kind in ("vanished", "obsolete"):
                        print(f"{where}: no longer in the sources: {source!r}")
                        bad += 1
                        continue
                    if lang is None:
                        continue
                    found[lang] += 1
                    texts = [t.text or "" for t in translation.iter("numerusform")] or [translation.text or ""]
                    if kind == "unfinished" or not all(texts):
                        print(f"{where}: not translated: {source!r}")
                        bad += 1
                    elif any(sorted(set(re.findall(r"%L?\d+|%n", source))) != sorted(set(re.findall(r"%L?\d+|%n", t))) for t in texts):
                        print(f"{where}: place holders differ: {source!r}")
                        bad += 1
                    for variant, term in VARIANTS[lang]:
                        if any(variant in text for text in texts):
                            print(f"{where}: {variant} is called {term} elsewhere: {source!r}")
                            bad += 1
    for lang in CHINESE:
        if found[lang] == 0:
            print(f"translations: nothing translated to {lang}")
            bad += 1
    print(f"translations: {bad} faults in {sum(found.values())} texts")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
